/**
 * Beta slider.
 *
 * The pool is what a real work shows. At the slider's left end the concept that the
 * pool makes likeliest is taken, at its right end one that hardly any artist would put
 * there. Each stretch has the colour and the name of the concept that wins there.
 *
 * Do: drag the slider slowly from left to right, and read each winner aloud after the
 * pool. Click the large name to add it. Press any key for the pool of another work.
 * Look for: the place where the words stop being obvious, and where they stop fitting.
 * Ask the class: where would you leave it for a painting? For a road sign?
 */
import culturalalien.*;

// What a Sargent, a Dalí and a Gris in the museum show.
String[][] works = { { "garden", "girl", "lily" }, { "lake", "mountain" }, { "table", "window" } };
CulturalAlien cas;
ArrayList<Candidate> all = new ArrayList<Candidate>();   // of the next choice
float beta = 0;
int work = 0;

void setup() {
  size(960, 570);
  noStroke();
  textFont(createFont("Serif", 88));
  cas = new CulturalAlien(this);
  cas.classroom(true);               // fit for a school
}

void mousePressed() { if (mouseY < 340 && !all.isEmpty()) look(winner(beta).name()); }

void keyPressed() { cas.clear(); work = (work + 1) % works.length; }

void look(String... more) {
  cas.add(more);
  if (cas.pool().size() > 6) cas.remove(cas.pool().get(0));
  all = cas.consider();              // leaves the pool as it is
}

Candidate winner(float b) {
  return all.stream().max((c, d) -> Float.compare(c.score(b), d.score(b))).get();
}

void draw() {
  background(#14141B);
  if (!cas.ready()) { rect(80, 300, 800 * cas.progress(), 1); return; }
  if (cas.pool().isEmpty()) look(works[work]);
  if (mousePressed && mouseY > 340) beta = constrain((mouseX - 80) / 800.0, 0, 1);
  float x = 80, end = 0, row = 0;
  for (Concept c : cas.pool()) x += 30 + write(c.name(), x, 70, 20, 255);
  Candidate now = winner(beta);
  write(now.name(), 76, 190, 88, 255);

  // Coherence is the logarithm of how much likelier; share counts artists.
  float times = exp(now.coherence()), artists = 100 * now.concept().share();
  bar(80 * log(times), "the pool makes it " + nf(times, 0, 1) + " times as likely", 252);
  bar(4 * artists, round(artists) + " of 100 artists who use one of these use it", 290);
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

void bar(float length, String what, float y) {
  rect(80, y, constrain(length, 2, 400), 6);
  write(what, 500, y + 9, 17, 255);
}

// As large as fits; gives the width.
float write(String words, float x, float y, float size, float ink) {
  fill(#F5F1E8, ink);
  textSize(size);
  textSize(min(size, size * 800 / textWidth(words)));
  text(words, x, y);
  return textWidth(words);
}
