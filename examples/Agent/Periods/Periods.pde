/**
 * Periods.
 *
 * An agent has periods, as painters do: for some works it keeps to a medium and a palette
 * and comes back to a theme, then it turns to others. A row is a period, from its first
 * work to its last, under the name of its medium, its theme and its colours.
 *
 * Try: longer periods, period(12), or none, period(0); your own concepts in start().
 */
import culturalalien.*;

ArtAgent agent;
ArrayList<Period> periods = new ArrayList<Period>();
ArrayList<Artwork> works = new ArrayList<Artwork>();
IntList rows = new IntList();             // of each work, the period that it belongs to

void setup() {
  size(1100, 760);
  noStroke();
  textFont(createFont("Serif", 20));
  agent = new ArtAgent(this);
  agent.sampler().classroom(true);        // fit for a school
  agent.size(320, 320);                   // of the works, in pixels
  agent.period(6);                        // works, about: from 4 to 9
  agent.every(2);                         // seconds from work to work, at least
  agent.start("sea", "memory");
}

void periodBegan(Period p) {
  periods.add(p);
}

void artworkFinished(Artwork a) {
  works.add(a);
  rows.append(periods.size() - 1);
  if (works.size() > 60) {                // old ones are on the disk
    works.remove(0);
    rows.remove(0);
  }
}

void draw() {
  background(#F5F1E8);
  int first = max(0, periods.size() - 4); // the last four periods are shown
  for (int i = first; i < periods.size(); i++) name(periods.get(i), 40, 40 + 180 * (i - first));

  int[] hung = new int[periods.size() + 1];
  for (int i = 0; i < works.size(); i++) {
    int row = rows.get(i);
    float x = 230 + 116 * hung[max(row, 0)]++;
    if (row >= first) image(works.get(i).image(), x, 40 + 180 * (row - first), 110, 110);
  }
  if (works.size() > 0) {                 // the latest one larger, over the others' end
    Artwork latest = works.get(works.size() - 1);
    int row = rows.get(works.size() - 1) - first;
    fill(#1C1A17);
    textSize(17);
    text(latest.title() + " (" + latest.plan().viewpoint() + ")", 230, 172 + 180 * row);
  }
}

// Medium, theme and colours.
void name(Period p, float x, float y) {
  fill(#1C1A17);
  textSize(22);
  text(p.medium(), x, y + 20);
  textSize(15);
  fill(#8B8478);
  text(p.theme().equals("") ? "no theme" : p.theme(), x, y + 44, 170, 40);
  for (int i = 0; i < p.palette().length; i++) {
    fill(p.palette()[i]);
    rect(x + 30 * i, y + 88, 30, 10);
  }
}
