/**
 * Why this concept?
 *
 * The pool is what a real work in the museum shows; the dots are the candidates for
 * the next concept. The further right, the likelier the pool makes it; the further up,
 * the fewer artists who use the pool's concepts use it too. Beta weighs the one against
 * the other: every point on the line would score the same as the chosen concept, and
 * no candidate lies beyond it. The square is what the real work shows besides.
 *
 * Move the mouse left or right to change beta, and onto a dot to read its name.
 * Click to add the chosen concept. Press any key for the next real work.
 */
import culturalalien.*;

// Subjects of Whistler's Nocturne: Blue and Gold, Hockney's A Bigger Splash, Landseer's
// A Distinguished Member and Dalí's Mountain Lake; the last is left for the candidates.
String[][] works = {
  { "bridge", "evening", "river", "punt boat" },
  { "house", "palm tree", "swimming pool", "sunlight" },
  { "dock", "sea", "seagull" }, { "beach", "lake", "mountain", "telephone" } };
CulturalAlien cas;
ArrayList<Candidate> all = new ArrayList<Candidate>();
int work = 0;
float beta = 0.5, spread;          // spread: how far the dots have flown, 0..1

void setup() {
  size(960, 640);
  stroke(#F5F1E8, 90);
  textFont(createFont("Serif", 44));
  cas = new CulturalAlien(this);
  cas.classroom(true);             // fit for a school
}

void mousePressed() { if (!all.isEmpty()) look(all.get(all.size() - 1).name()); }

void keyPressed() { cas.clear(); work = (work + 1) % works.length; }

void look(String... more) {
  cas.add(more);
  if (cas.pool().size() > 8) cas.remove(cas.pool().get(0));
  all = cas.consider();            // leaves the pool as it is
  spread = 0;
}

void draw() {
  background(#14141B);
  if (!cas.ready()) { rect(40, 320, 880 * cas.progress(), 1); return; }
  if (cas.pool().isEmpty()) look(shorten(works[work]));
  if (mouseX > 0) beta = constrain(map(mouseX, 370, 850, 0, 1), 0, 1);
  spread = lerp(spread, 1, 0.06);
  all.sort((a, b) -> Float.compare(a.score(beta), b.score(beta)));   // the best is drawn last
  float x = 0, y = 0, top = 38, n = all.size();
  String real = works[work][works[work].length - 1], place = "not a candidate";
  for (int i = 0; i < n; i++) {
    Candidate c = all.get(i);
    x = 610 + 80 * spread * c.fit();
    y = 170 + 27 * spread * c.habit();
    fill(c.concept().color(), 60 + 195 * i / n);
    circle(x, y, 4 + 4 * sq(i / n) + 10 * pow((i + 1) / n, 200));
    if (dist(x, y, mouseX, mouseY) < 7) write(c.name(), x + 13, y + 5, 14);
    if (!c.name().equals(real)) continue;
    square(x - 8, y - 8, 16);
    place = "place " + int(n - i);
  }

  // The line of equal score through the chosen one, what up and right mean, and beta.
  line(x - 999 * beta, y - 337 * (1 - beta), x + 999 * beta, y + 337 * (1 - beta));
  line(370, 600, 850, 600);
  write("up: fewer of these artists use it     right: the pool makes it likelier", 370, 580, 13);
  write("beta " + nf(beta, 0, 2), 370 + 480 * beta, 624, 13);
  circle(370 + 480 * beta, 600, 9);

  // The pool, what comes after it, and what nearly did.
  for (Concept c : cas.pool()) write(c.name(), 40, top += 26, 20);
  write(all.get(int(n) - 1).name(), 40, top += 66, 44);
  for (int i = 2; i < 8; i++) write(all.get(int(n) - i).name(), 40, top + 22 * i, 14);
  write("the real work: " + real + " (" + place + ")", 40, 605, 14);
}

// Long words in the column on the left become smaller.
void write(String words, float x, float y, float size) {
  fill(#F5F1E8, 120 + 3 * size);
  textSize(size);
  textSize(min(size, size * (x < 50 ? 300 : 560) / textWidth(words)));
  text(words, min(x, width - 20 - textWidth(words)), y);
}
