/**
 * Concept map.
 *
 * Every concept is a dot in its own colour; those near in meaning lie together. A run
 * takes a step twice a second, from concept to concept, and draws its way. The bars on
 * the left say how far it leaps in meaning, on average.
 *
 * Do: move the mouse over the map and find out what its quarters are about. Press 1 to
 * 6 for another way of choosing; the earlier runs stay.
 * Look for: runs that stay in one place, runs that go anywhere, and runs that go far
 * and still tell a story.
 * Ask the class: is the farthest leap the best idea?
 */
import culturalalien.*;

String start = "sea";
String[] names = { "cas", "coherence", "temperature", "top-k", "nucleus", "random" };
int[] inks = { #E69F00, #56B4E9, #00B383, #F0E442, #D67FB0, #BDBDBD };
CulturalAlien cas;
PImage map;                                 // all dots
ArrayList<Concept> words = new ArrayList<Concept>();
ArrayList<Concept>[] runs = new ArrayList[6];
int drawn = 0, now = 0;                     // how many dots there are, which run grows

void setup() {
  size(960, 720);
  background(#14141B);
  textFont(createFont("Serif", 18));
  cas = new CulturalAlien(this);
  cas.classroom(true);                      // fit for a school
  for (int i = 0; i < 6; i++) runs[i] = new ArrayList<Concept>();
}

float x(Concept c) { return 240 + 720 * c.x(); }
float y(Concept c) { return 720 * c.y(); }
float away(Concept c) { return dist(x(c), y(c), mouseX, mouseY); }

void keyPressed() {
  if (key >= '1' && key <= '6') now = key - '1';
  cas.clear();
  cas.strategy(names[now]);
}

void draw() {
  if (!cas.ready()) return;
  if (words.isEmpty()) words = cas.concepts();
  for (int end = min(drawn + 25, words.size()); drawn < end; drawn++) {   // not all at once
    fill(words.get(drawn).color());
    circle(x(words.get(drawn)), y(words.get(drawn)), 6);
  }
  if (drawn == words.size() && map == null) map = get();
  if (map == null) return;
  background(map);
  if (cas.pool().isEmpty()) cas.add(start);
  else if (frameCount % 30 == 0 && cas.pool().size() < 30) cas.nextConcept();
  runs[now] = cas.pool();
  for (int i = 0; i < 6; i++) way(runs[i], i, i == now ? 255 : 130);
  words.sort((a, b) -> Float.compare(away(a), away(b)));
  for (int i = 0; i < 9 && away(words.get(i)) < 40; i++) {
    fill(#14141B, 200);
    rect(min(mouseX, 770) + 20, mouseY + 20 * i - 80, 14 + textWidth(words.get(i).name()), 20);
    fill(#F5F1E8);
    text(words.get(i).name(), min(mouseX, 770) + 26, mouseY + 20 * i - 65);
  }
}

void way(ArrayList<Concept> run, int i, int alpha) {
  float leaps = 0;
  stroke(inks[i], alpha);
  for (int k = 1; k < run.size(); k++) {
    line(x(run.get(k - 1)), y(run.get(k - 1)), x(run.get(k)), y(run.get(k)));
    leaps += 1 - run.get(k).similarity(run.get(k - 1));
  }
  noStroke();
  fill(inks[i], alpha);
  text((i + 1) + "  " + names[i], 32, 90 + 90 * i);
  rect(32, 102 + 90 * i, 160 * leaps / max(1, run.size() - 1), 4);
  if (!run.isEmpty()) text(run.get(run.size() - 1).name(), 32, 128 + 90 * i);
}
