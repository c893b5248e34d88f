/**
 * Samplers compared.
 *
 * Six ways of choosing the next concept begin with the same word, each in its own
 * column. Once a second each adds a concept to its pool, and the oldest one leaves.
 * A ring marks a concept that the column took before. The bars say how much likelier
 * the pool made each concept when it came, and how usual it is in art to put it there:
 * on the line as by chance, right of it more, left of it less.
 *
 * Do: watch for a minute. Any key stops the columns for reading, and lets them go on;
 * a click begins again. For another start change the word in the first line below.
 * Look for: the column that repeats itself first, and the one that makes no sense.
 * Ask the class: cover the names. Which column would you take for a person, and why?
 */
import culturalalien.*;

String start = "sea";
String[] names = { "cas", "published", "coherence", "temperature", "top-k", "random" };
CulturalAlien[] samplers = new CulturalAlien[6];
IntDict[] times = new IntDict[6];           // how often a column took each concept

void setup() {
  size(1080, 640);
  noStroke();
  textFont(createFont("Serif", 22));
  for (int i = 0; i < 6; i++) {
    samplers[i] = new CulturalAlien(this);  // they share the models
    samplers[i].strategy(names[i]);
    samplers[i].classroom(true);            // fit for a school
    times[i] = new IntDict();
  }
}

void keyPressed() { if (isLooping()) noLoop(); else loop(); }
void mousePressed() { for (CulturalAlien cas : samplers) cas.clear(); }

void grow(int i) {
  CulturalAlien cas = samplers[i];
  boolean fresh = cas.pool().isEmpty() && cas.add(start);
  if (fresh) times[i].clear();
  times[i].increment(fresh ? start : cas.nextConcept().name());
  if (cas.pool().size() > 10) cas.remove(cas.pool().get(0));
}

void draw() {
  background(#F5F1E8);
  if (!samplers[0].ready()) rect(40, 320, 1000 * samplers[0].progress(), 2);
  else if (frameCount % 10 == 0) grow(frameCount / 10 % 6);   // one after another
  write("fits the pool", 40, 118, 15);
  write("usual in art", 40, 144, 15);
  write("repeated", 40, 170, 15);
  for (int i = 0; i < 6; i++) column(samplers[i].pool(), times[i], names[i], 170 + 150 * i);
}

void column(ArrayList<Concept> pool, IntDict times, String name, float x) {
  int y = 226, taken = new IntList(times.valueArray()).sum();
  write(name, x, 70, 22);
  write(taken - times.size() + " of " + taken, x, 170, 15);
  for (Concept c : pool) {
    write(c.name(), x + 26, y, 16);
    fill(times.get(c.name(), 0) > 1 ? #B4552D : #F5F1E8);
    circle(x + 9, y - 5, 19);
    fill(c.color());
    circle(x + 9, y - 5, 13);
    y += 38;
  }
  bar(x + 45, 108, pool.stream().mapToDouble(c -> c.coherence()).average().orElse(0));
  bar(x + 45, 134, pool.stream().mapToDouble(c -> c.typicality()).average().orElse(0));
}

void bar(float x, float y, double nats) {
  fill(nats < 0 ? #B4552D : #2D6E8E);
  rect(x, y, constrain(20 * (float) nats, -45, 75), 10);
  rect(x - 1, y - 3, 1, 16);
}

// As large as fits the column.
void write(String words, float x, float y, float size) {
  fill(#1C1A17);
  textSize(size);
  textSize(min(size, size * 116 / textWidth(words)));
  text(words, x, y);
}
