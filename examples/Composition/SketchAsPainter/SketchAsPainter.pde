/**
 * The sketch as the painter.
 *
 * The agent finds the concepts and judges the results; your own paint() makes the
 * pictures. This one cuts a stone: its rings take their outline from the numbers that
 * say what a concept means, and their colours from the concept's palette, from the
 * first concept at the rim to the last at the core. Related concepts make related
 * stones.
 *
 * Click to keep looking at a stone, and again to go on.
 */
import culturalalien.*;

ArtAgent agent;

void setup() {
  size(640, 720);
  textFont(createFont("Serif", 22));
  agent = new ArtAgent(this);
  agent.sampler().classroom(true);      // fit for a school
  agent.generator(this);                // calls paint() below
  agent.size(640, 640);
  agent.every(5);
  agent.start();
}

void mousePressed() {
  if (agent.stage().equals("paused")) agent.resume();
  else agent.pause();
}

void draw() {
  background(#16151A);
  image(agent.image(), 0, 0, 640, 640);
  fill(#F5F1E8);
  if (agent.artworks().isEmpty()) text(agent.stage() + "...", 30, 688);
  float x = 30;
  for (Concept c : agent.artwork().concepts()) {
    fill(lerpColor(c.color(), #F5F1E8, 0.6));
    text(c.name(), x, 688);
    x += textWidth(c.name()) + 28;
  }
}

// Called before a frame, which waits for it. The same plan gives the same picture.
void paint(PGraphics g, Artwork plan) {
  ArrayList<Concept> concepts = plan.concepts();
  randomSeed(plan.seed());
  noiseSeed(plan.seed());
  float x = g.width * random(0.38, 0.62), y = g.height * random(0.38, 0.62);
  int rings = 64;
  for (int i = 0; i < rings; i++) {
    float place = (concepts.size() - 1.0) * i / rings;
    Concept a = concepts.get(floor(place)), b = concepts.get(ceil(place));
    int n = int(6 * noise(i * 0.35));
    int c = lerpColor(a.palette(6)[n], b.palette(6)[n], place % 1);
    g.fill(lerpColor(c, random(1) < 0.3 ? #F5F1E8 : #16151A, random(0.35)));
    g.stroke(#F5F1E8, random(70));
    ring(g, x, y, g.width * 0.95 * pow(1 - i / float(rings), 0.8), a, b, place % 1);
  }
}

// An outline between those of two concepts: sixteen numbers of each bend the circle.
void ring(PGraphics g, float x, float y, float size, Concept a, Concept b, float mix) {
  float[] va = a.vector(), vb = b.vector();
  g.beginShape();
  for (float turn = 0; turn < TWO_PI; turn += TWO_PI / 150) {
    float r = 1;
    for (int k = 0; k < 8; k++) {
      r += 1.5 * lerp(va[k], vb[k], mix) * cos((k + 1) * turn) / sqrt(k + 1);
      r += 1.5 * lerp(va[k + 8], vb[k + 8], mix) * sin((k + 1) * turn) / sqrt(k + 1);
    }
    r *= size * (0.97 + 0.06 * noise(3 + 2 * cos(turn), 3 + 2 * sin(turn), size * 0.01));
    g.vertex(x + r * cos(turn), y + r * sin(turn));
  }
  g.endShape(CLOSE);
}
