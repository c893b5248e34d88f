/**
 * Concept palette.
 *
 * A homage to Josef Albers' squares, in colours that words suggest: each field is a
 * concept, each square in it a colour of the concept's palette. The newest concept has
 * the largest field, and the older ones wind inwards until they vanish.
 *
 * A new concept comes every few seconds. Click for the next at once.
 * Press any key to begin again with an empty pool.
 */
import culturalalien.*;

CulturalAlien cas;
ArrayList<float[]> fields = new ArrayList<float[]>();   // x, y, width, height, as in the pool

void setup() {
  size(900, 556);
  noStroke();
  textFont(createFont("Serif", 22));
  cas = new CulturalAlien(this);
  cas.classroom(true);                    // fit for a school
  cas.requestConcept();
}

// A new field grows out of the right edge; the ninth concept pushes out the oldest.
void conceptEvent(Concept c) {
  fields.add(new float[] { width, 0, 0, height });
  if (fields.size() > 8) cas.remove(cas.pool().get(0));
  if (fields.size() > 8) fields.remove(0);
}

void mousePressed() {
  cas.requestConcept();
}

void keyPressed() {
  cas.clear();
  fields.clear();
  cas.requestConcept();
}

void draw() {
  background(#F5F1E8);
  fill(#1C1A17);
  if (fields.isEmpty()) rect(0, height - 3, width * cas.progress(), 3);
  if (frameCount % 300 == 0) cas.requestConcept();

  // Golden sections: left, top, right, bottom, and on inwards with what is left.
  ArrayList<Concept> pool = cas.pool();
  float x = 0, y = 0, w = width, h = height;
  for (int i = 0, n = min(fields.size(), pool.size()); i < n; i++) {
    float part = i == n - 1 ? 1 : 0.618;
    float fw = i % 2 == 0 ? w * part : w, fh = i % 2 == 1 ? h * part : h;
    float fx = i % 4 == 2 ? x + w - fw : x, fy = i % 4 == 3 ? y + h - fh : y;
    field(pool.get(n - 1 - i), fields.get(n - 1 - i), fx, fy, fw, fh);
    if (i % 4 == 0) x += fw;
    if (i % 4 == 1) y += fh;
    if (i % 2 == 0) w -= fw;
    else h -= fh;
  }
}

// Moves a field towards its place and draws it: four squares, each resting low in the last.
void field(Concept c, float[] f, float x, float y, float w, float h) {
  float[] to = { x, y, w, h };
  for (int i = 0; i < 4; i++) f[i] = lerp(f[i], to[i], 0.06);
  int[] colors = c.palette(4);
  for (int i = 0; i < 4; i++) {
    float w1 = f[2] * (1 - 0.22 * i), h1 = f[3] * (1 - 0.22 * i);
    fill(colors[3 - i]);
    rect(f[0] + (f[2] - w1) / 2 + 2, f[1] + (f[3] - h1) * 0.75 + 2, w1 - 4, h1 - 4);
  }

  // Its name, in the field's upper corner.
  fill(brightness(colors[3]) > 140 ? #1C1A17 : #F5F1E8);
  textSize(max(1, min(20, f[2] * 0.07)));
  if (f[2] > 100) text(c.name(), f[0] + f[2] * 0.05, f[1] + f[3] * 0.09);
}
