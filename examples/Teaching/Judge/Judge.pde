/**
 * Judge.
 *
 * Three painters work in the same way but for one thing: how they choose what to paint.
 * Two works hang side by side, and nobody is told whose they are. What the class
 * answers becomes a ranking: the dot is a painter's strength, the line how sure we are.
 *
 * Do: agree on what "original" means, then vote on each pair. Left and right arrow, or a
 * click, for the more original work, SPACE for "cannot tell". Press R at the end to
 * reveal who A, B and C are.
 * Look for: how long the lines are after 5, 20 and 50 answers, and whether they part.
 * Ask the class: when are we sure enough to say that one is better?
 */
import culturalalien.*;

String question = "Which is more original?";
StringList makers = new StringList("cas", "coherence", "random");   // how they choose concepts
ArtAgent[] agents = new ArtAgent[3];
Ranking ranking = new Ranking();
PImage[] works = new PImage[2];            // left and right
IntList by = new IntList(0, 1, 2);         // whose they are: the first two

void setup() {
  size(1040, 740);
  fill(#1C1A17);                           // of words and dots
  textFont(createFont("Serif", 30));
  makers.shuffle();                        // nobody knows who is A, B and C
  for (int i = 0; i < 3; i++) {
    agents[i] = new ArtAgent(this);
    agents[i].sampler().classroom(true);   // fit for a school
    agents[i].sampler().strategy(makers.get(i));
    agents[i].size(460, 460);
    agents[i].every(6);                    // seconds from work to work
    agents[i].start();
  }
}

void hang() {
  for (ArtAgent agent : agents) if (agent.artworks().isEmpty()) return;
  by.shuffle();
  for (int side = 0; side < 2; side++) {
    ArrayList<Artwork> all = agents[by.get(side)].artworks();
    works[side] = all.get(int(random(all.size()))).image();
  }
}

void answer(int side) {                    // 0 is left, 1 is right
  if (works[1] == null) return;
  if (side > 1) ranking.tie(makers.get(by.get(0)), makers.get(by.get(1)));
  else ranking.prefer(makers.get(by.get(side)), makers.get(by.get(1 - side)));
  hang();
}

void keyPressed() {
  if (key == 'r' || key == 'R') question = "A, B and C were " + makers.join(", ");
  if (key == ' ') answer(2);
  if (keyCode == LEFT) answer(0);
  if (keyCode == RIGHT) answer(1);
}

void mousePressed() { if (mouseY < 540) answer(mouseX / 520); }

void draw() {
  background(#F5F1E8);
  write(question, 40, 50, 30);
  write("left or right arrow, SPACE for cannot tell", 690, 50, 16);
  if (works[1] == null) hang();
  for (int i = 0; i < 2; i++) if (works[i] != null) image(works[i], 40 + 500 * i, 70);

  // Each painter's strength, and between which values it may well lie.
  for (int i = 0; i < 3; i++) {
    float y = 591 + 38 * i, left = 180 + 820 * ranking.low(makers.get(i));
    write("painter " + "ABC".charAt(i), 40, y + 6, 20);
    line(left, y, 180 + 820 * ranking.high(makers.get(i)), y);
    circle(180 + 820 * ranking.strength(makers.get(i)), y, 14);
  }
  write(ranking.count() + " votes: " + (ranking.decided() ? "one leads" : "too few"), 40, 710, 16);
}

void write(String words, float x, float y, float size) {
  textSize(size);
  text(words, x, y);
}
