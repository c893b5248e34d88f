/**
 * Watch it think.
 *
 * Everything that the agent knows of itself: what it is doing, what it is going to
 * paint, its pool of concepts (the dark ones are in the prompt), what left the pool
 * because it brought nothing new, and at the bottom a column for each work, in the
 * work's colours, as tall as the work was new.
 *
 * Put your own concepts into start(): they never leave the pool, and every prompt has them.
 */
import culturalalien.*;

ArtAgent agent;
Prompt next;                                      // what it paints; null before the first
String[] gone = {};                               // from the pool, the last first
ArrayList<int[]> colors = new ArrayList<int[]>(); // of each work
FloatList novelty = new FloatList();              // of each work, 0..1

void setup() {
  size(1100, 720);
  noStroke();
  textFont(createFont("Serif", 30));
  agent = new ArtAgent(this);
  agent.sampler().classroom(true);                // fit for a school
  agent.size(420, 420);                           // of the works, in pixels
  agent.every(6);                                 // seconds from work to work, at least
  agent.start("water", "silence");
}

void promptComposed(Prompt p) {
  next = p;
}

void conceptRemoved(Concept c) {
  gone = subset(splice(gone, c.name(), 0), 0, min(3, gone.length + 1));
}

void artworkFinished(Artwork a) {
  colors.add(a.palette(6));
  novelty.append(a.novelty());
}

void draw() {
  background(#F5F1E8);
  image(agent.image(), 40, 40, 420, 420);
  write(agent.artwork().title(), 40, 474, 25, #1C1A17);

  // What it is doing, and how much of that is done.
  String[] stages = { "loading", "inspiring", "composing", "painting", "judging", "waiting" };
  for (int i = 0; i < 6; i++) {
    write(stages[i], 500 + 96 * i, 36, 15, stages[i].equals(agent.stage()) ? #1C1A17 : #B5AC9C);
    if (stages[i].equals(agent.stage())) rect(500 + 96 * i, 62, 80 * agent.progress(), 2);
  }
  if (next == null) return;

  // What it is going to paint.
  write(next.title(), 500, 98, 30, #1C1A17);
  write(next.text(), 500, 182, 17, #1C1A17);

  // The pool, and what left it.
  ArrayList<Concept> pool = agent.pool();
  for (int i = 0; i < pool.size(); i++) {
    Concept c = pool.get(i);
    int x = 500 + i % 3 * 192, y = 366 + i / 3 * 34;
    fill(c.color());
    circle(x + 6, y + 9, 12);
    write(c.name(), x + 20, y, 16, next.concepts().contains(c) ? #1C1A17 : #A0978A);
  }
  write("left:    " + join(gone, "    "), 500, 508, 17, #C48A74);

  // How new each work was: columns of its colours.
  write("novelty of each work", 40, 698, 13, #A0978A);
  for (int i = max(0, colors.size() - 40), x = 40; i < colors.size(); i++, x += 25) {
    for (int k = 0; k < 6; k++) {
      fill(colors.get(i)[k]);
      rect(x, 692 - 130 * novelty.get(i) * (k + 1) / 6, 21, 130 * novelty.get(i) / 6 + 0.5);
    }
  }
}

void write(String words, float x, float y, float size, int ink) {
  fill(ink);
  textSize(size);
  text(words, x, y, x < 500 ? 420 : 560, size == 17 && y > 500 ? 26 : 180);
}
