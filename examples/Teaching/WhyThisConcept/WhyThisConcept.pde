/**
 * Why this concept?
 *
 * The 256 candidates for the next concept, as the two models see them. Those further
 * right fit the pool better, those further up are less expected of an artist. Beta
 * weighs the one against the other: every point on the line would score the same
 * as the chosen concept, and no candidate lies beyond it.
 *
 * Move the mouse left or right to change beta, and onto a point to read its name.
 * Click to add the chosen concept to the pool and see the candidates after that.
 */
import culturalalien.*;

CulturalAlien cas;
ArrayList<Candidate> candidates = new ArrayList<Candidate>();
float beta = 0.85, spread;         // spread: how far the points have flown, 0..1

void setup() {
  size(960, 640);
  textFont(createFont("Serif", 44));
  cas = new CulturalAlien(this);
  cas.classroom(true);             // fit for a school
}

void mousePressed() {
  if (cas.pool().size() > 7) cas.remove(cas.pool().get(0));
  if (!candidates.isEmpty()) cas.add(candidates.get(candidates.size() - 1).concept());
  candidates.clear();
}

// The published rule, for n candidates. Rank 1 is the most coherent, and the most typical.
float score(Candidate c, float n) {
  return (1 - beta) * (n - c.coherenceRank()) - beta * (n - c.typicalityRank());
}

void draw() {
  background(#14141B);
  if (cas.ready() && candidates.isEmpty()) {
    candidates = cas.consider();   // leaves the pool as it is
    spread = 0;
  }
  if (!cas.ready()) rect(40, 320, 880 * cas.progress(), 1);
  if (mouseX > 0) beta = constrain(map(mouseX, 370, 850, 0, 1), 0, 1);
  spread = lerp(spread, 1, 0.06);
  float x = 0, y = 0, n = candidates.size();
  candidates.sort((a, b) -> Float.compare(score(a, n), score(b, n)));  // the best is drawn last
  for (int i = 0; i < n; i++) {
    Candidate c = candidates.get(i);
    x = lerp(610, map(c.coherenceRank(), n, 1, 370, 850), spread);
    y = lerp(310, map(c.typicalityRank(), 1, n, 550, 70), spread);
    fill(c.concept().color(), 60 + 195 * i / n);
    stroke(#F5F1E8, 50);
    circle(x, y, 4 + 8 * sq(i / n));
    if (dist(x, y, mouseX, mouseY) < 7) write(c.name(), x + 11, y + 5, 13);
  }
  if (n == 0) return;

  // What up and right mean, the line of equal score through the chosen one, and beta.
  write("up: rarer in art     right: fits the pool better", 370, 580, 13);
  stroke(#F5F1E8, 120);
  line(x - 999 * beta, y - 999 * (1 - beta), x + 999 * beta, y + 999 * (1 - beta));
  line(370, 600, 850, 600);
  circle(x, y, 20);
  write("beta " + nf(beta, 0, 2), 370 + 480 * beta, 624, 13);
  circle(370 + 480 * beta, 600, 9);

  // The pool, what comes after it, and what nearly did.
  float top = 64;
  for (Concept c : cas.pool()) write(c.name(), 40, top += 26, 20);
  String name = candidates.get(int(n) - 1).name();
  write(name, 40, top += 60, 44);
  stroke(#F5F1E8, 60);
  line(52 + textWidth(name), top - 14, x - 10, y);
  for (int i = 2; i < 8; i++) write(candidates.get(int(n) - i).name(), 40, top + 22 * i, 14);
}

void write(String words, float x, float y, float size) {
  fill(#F5F1E8, 120 + 3 * size);
  textSize(size);
  textSize(min(size, size * 300 / textWidth(words)));   // long names become smaller
  text(words, min(x, width - 20 - textWidth(words)), y);
}
