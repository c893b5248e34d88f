/**
 * Beta slider.
 *
 * One pool, one slider. At its left end the concept that fits the pool best is taken,
 * at its right end the one that artists would least expect. Each stretch of the slider
 * has the colour and the name of the concept that wins there.
 *
 * Do: drag the slider slowly from left to right, and read each winner aloud after the
 * pool. Click the large name to add it to the pool.
 * Look for: the place where the words stop being obvious, and where they stop fitting.
 * Ask the class: where would you leave it for a painting? For a road sign?
 */
import culturalalien.*;

CulturalAlien cas;
ArrayList<Candidate> all = new ArrayList<Candidate>();   // of the next choice
float beta = 0;

void setup() {
  size(960, 570);
  noStroke();
  textFont(createFont("Serif", 88));
  cas = new CulturalAlien(this);
  cas.classroom(true);               // fit for a school
}

void mousePressed() {
  if (mouseY > 340 || all.isEmpty()) return;
  cas.add(winner(beta).concept());
  if (cas.pool().size() > 6) cas.remove(cas.pool().get(0));
  all = cas.consider();              // leaves the pool as it is
}

// The published rule. Rank 1 is the most coherent, and the most typical.
float score(Candidate c, float b) {
  return (1 - b) * (all.size() - c.coherenceRank()) - b * (all.size() - c.typicalityRank());
}

Candidate winner(float b) {
  return all.stream().max((c, d) -> Float.compare(score(c, b), score(d, b))).get();
}

void draw() {
  background(#14141B);
  if (!cas.ready()) rect(80, 300, 800 * cas.progress(), 1);
  if (cas.ready() && all.isEmpty()) { cas.add("sea", "ship"); all = cas.consider(); }
  if (all.isEmpty()) return;
  if (mousePressed && mouseY > 340) beta = constrain((mouseX - 80) / 800.0, 0, 1);
  float x = 80, end = 0, row = 0;
  for (Concept c : cas.pool()) x += 30 + write(c.name(), x, 70, 20, 255);
  Candidate now = winner(beta);
  write(now.name(), 76, 190, 88, 255);
  bar("fits the pool better than", all.size() - now.coherenceRank(), 252);
  bar("is rarer in art than", now.typicalityRank() - 1, 290);
  write("coherent", 80, 370, 15, 140);
  write("alien", 848, 370, 15, 140);

  // A stretch for each winner; its name goes into the next row where there is no room.
  for (int i = 0; i <= 100; i++) {
    Candidate c = winner(i / 100.0);
    fill(c.concept().color());
    rect(80 + 8 * i, c == now ? 400 : 410, 8, c == now ? 40 : 20);
    if (i > 0 && c == winner((i - 1) / 100.0)) continue;
    x = min(80 + 8 * i, 820);
    row = x > end + 12 ? 0 : row + 1;
    end = max(end, x + write(c.name(), x, 472 + 22 * row, 17, c == now ? 255 : 140));
  }
  write("beta " + nf(beta, 0, 2), constrain(50 + 800 * beta, 160, 760), 370, 17, 255);
  rect(82 + 800 * beta, 384, 3, 66);
}

void bar(String what, int others, float y) {
  write(what + " " + others + " of " + (all.size() - 1) + " others", 500, y + 9, 17, 255);
  rect(80, y, 400.0 * others / (all.size() - 1), 6);
}

// As large as fits; gives the width.
float write(String words, float x, float y, float size, float ink) {
  fill(#F5F1E8, ink);
  textSize(size);
  textSize(min(size, size * 800 / textWidth(words)));
  text(words, x, y);
  return textWidth(words);
}
