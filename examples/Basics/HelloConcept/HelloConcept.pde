/**
 * Hello, concept.
 *
 * Shows an art concept in large type, above the colours that the word suggests.
 * Every concept joins the pool, and the next one is chosen to fit the pool without
 * being what artists usually put beside it. The line below the word says how much
 * likelier the pool makes it, and how many artists who use the pool's concepts use it.
 *
 * Click for the next concept. Press any key to begin again with an empty pool.
 */
import culturalalien.*;

CulturalAlien cas;
Concept concept;             // the latest; null until the first one arrives
float grown;                 // 0..1, how far its colours have opened

void setup() {
  size(900, 600);
  noStroke();
  textFont(createFont("Serif", 120));
  cas = new CulturalAlien(this);   // returns at once, the models load behind
  cas.classroom(true);             // fit for a school
  cas.requestConcept();            // answered below, as soon as they are there
}

// The answer. It has joined the pool, which keeps the latest seven here.
void conceptEvent(Concept c) {
  concept = c;
  grown = 0;
  if (cas.pool().size() > 7) cas.remove(cas.pool().get(0));
}

void mousePressed() {
  cas.requestConcept();
}

void keyPressed() {
  cas.clear();
  cas.requestConcept();
}

void draw() {
  background(#F5F1E8);
  fill(#1C1A17);
  if (concept == null) rect(50, 204, 800 * cas.progress(), 2);
  if (concept == null) return;

  // The concept, as large as fits, and why it was chosen. Coherence 0 is chance.
  textSize(120);
  textSize(min(104, 120 * 800 / textWidth(concept.name())));
  text(concept.name(), 46, 150);
  textSize(16);
  fill(#8B8478);
  String times = nf(exp(concept.coherence()), 0, 1) + " times as likely with this pool;   ";
  String artists = round(100 * concept.share()) + " of 100 artists who use one of these use it";
  text(cas.pool().size() > 1 ? times + artists : "the first of a new pool", 50, 208);

  // The pool: five stripes for each concept, the latest one opening to the widest.
  grown = lerp(grown, 1, 0.08);
  float x = 0, unit = (width + 8) / (cas.pool().size() - 1 + 3 * grown);
  for (Concept c : cas.pool()) {
    float w = c.equals(concept) ? 3 * grown * unit : unit;
    stripes(c, x, w - 8);
    x += w;
  }
}

// Stripes of uneven width, the nearest colour the widest; the name runs up that one.
void stripes(Concept c, float x, float w) {
  float[] share = { 0.12, 0.2, 0.08, 0.22, 0.38 };
  int[] colors = reverse(c.palette(share.length));
  for (int i = 0; i < share.length; i++) {
    fill(colors[i]);
    rect(round(x), 248, ceil(w * share[i]), height - 248);
    x += w * share[i];
  }
  pushMatrix();
  translate(x - w * 0.19 + 5, height - 24);
  rotate(-HALF_PI);
  fill(green(colors[4]) > 140 ? #1C1A17 : #F5F1E8);
  text(c.name(), 0, 0);
  popMatrix();
}
