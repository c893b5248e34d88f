/**
 * Concept pool.
 *
 * The pool is what the next concept has to fit: it stands on the left, and what
 * would join it well on the right. The bars measure the pool as a whole: how much
 * likelier its concepts are together than each by itself (coherence), and how usual it
 * is for artists to combine them (typicality). No bar is chance, one that points left
 * means less than that; how frequent the words are does not count.
 *
 * Click a concept of the pool to remove it, a suggestion to add it. Right-click a
 * suggestion to avoid it from now on. Type a word and press ENTER to add your own.
 */
import culturalalien.*;

CulturalAlien cas;
ArrayList<Concept> ideas = new ArrayList<Concept>();
String typed = "";
float[] bars = { 0, 0 };              // coherence and typicality of the pool

void setup() {
  size(900, 600);
  strokeWeight(2);
  textFont(createFont("Serif", 24));
  cas = new CulturalAlien(this);
  cas.classroom(true);                // fit for a school
}

// After every change of the pool. Seven concepts fill the window; the oldest leaves.
void changed() {
  if (cas.pool().size() > 7) cas.remove(cas.pool().get(0));
  ideas = cas.suggest(7);
  bars = cas.pool().isEmpty() ? new float[2] : new float[] { cas.coherence(), cas.typicality() };
}

void mousePressed() {
  ArrayList<Concept> column = mouseX < 450 ? cas.pool() : ideas;
  int row = floor((mouseY - 90) / 52.0);
  if (row < 0 || row >= column.size()) return;
  if (mouseX < 450) cas.remove(column.get(row));
  else if (mouseButton == RIGHT) cas.avoid(column.get(row).name());
  else cas.add(column.get(row));
  changed();
}

// The console offers the nearest known words for one that is not in the vocabulary.
void keyTyped() {
  if (key == ENTER && cas.add(typed)) changed();
  typed = key < ' ' ? "" : typed + key;
}

void draw() {
  background(#F5F1E8);
  if (!cas.ready()) rect(50, 90, 800 * cas.progress(), 2);
  if (cas.ready() && ideas.isEmpty()) changed();
  column(typed.isEmpty() ? "pool: click to remove" : "add " + typed, cas.pool(), 50);
  column("would join it: click to add, right-click to avoid", ideas, 480);
  write("coherence " + nfp(bars[0], 0, 1), 50, 515, 15, #8B8478);
  rect(480, 505, 60 * bars[0], 10);
  write("typicality " + nfp(bars[1], 0, 1), 50, 551, 15, #8B8478);
  rect(480, 541, 60 * bars[1], 10);
}

// Concepts as chips: filled in the pool, outlined as suggestions.
void column(String title, ArrayList<Concept> concepts, float x) {
  write(title, x, 62, 15, #8B8478);
  for (int i = 0; i < concepts.size(); i++) {
    String name = concepts.get(i).name();
    int c = concepts.get(i).color();
    textSize(24);
    stroke(lerpColor(c, #1C1A17, 0.2));
    fill(c, x < 450 ? 255 : 0);
    rect(x, 90 + 52 * i, min(360, textWidth(name)) + 40, 42, 21);
    noStroke();
    write(name, x + 20, 119 + 52 * i, 24, x < 450 && green(c) < 140 ? #F5F1E8 : #1C1A17);
  }
}

// Words that are too long for their column become smaller.
void write(String words, float x, float y, float size, int ink) {
  fill(ink);
  textSize(size);
  textSize(min(size, size * 360 / textWidth(words)));
  text(words, x, y);
}
