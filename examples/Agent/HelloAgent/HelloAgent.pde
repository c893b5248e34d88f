/**
 * Hello, agent.
 *
 * An agent makes works by itself while the sketch draws: it looks for concepts that
 * go together and are rare in art, writes a prompt, paints, and judges how new the
 * work is. Every work is saved in the sketch's folder, under "runs".
 *
 * Click when you like a work: its concepts become more welcome.
 */
import culturalalien.*;

ArtAgent agent;
int liked;                          // the number of the work that you liked last

void setup() {
  size(640, 720);
  noStroke();
  textFont(createFont("Serif", 28));
  agent = new ArtAgent(this);       // works offline, without a key
  agent.sampler().classroom(true);  // fit for a school
  agent.size(560, 560);             // of the works, in pixels
  agent.every(8);                   // seconds from work to work, at least
  agent.start("mountain", "romanticism");   // your own concepts are in every work
}

void mousePressed() {
  agent.like(agent.artwork());
  liked = agent.artwork().generation();
}

void draw() {
  background(#F5F1E8);
  image(agent.image(), 40, 40, 560, 560);   // a dark canvas until the first work
  fill(#1C1A17);
  rect(40, 608, 560 * agent.progress(), 2);
  int number = agent.artwork().generation();                // 0 until then
  title(number == 0 ? agent.stage() + "..." : agent.artwork().title());
  if (liked > 0 && liked == number) circle(592, 652, 16);

  // What the work is made of, each concept beside the colour that it suggests.
  float x = 40;
  textSize(15);
  for (Concept c : agent.artwork().concepts()) {
    if (x + textWidth(c.name()) > 600) break;
    fill(c.color());
    circle(x + 6, 687, 12);
    fill(#8B8478);
    text(c.name(), x + 20, 692);
    x += textWidth(c.name()) + 36;
  }
}

// As large as fits.
void title(String words) {
  textSize(28);
  textSize(min(28, 28 * 530 / textWidth(words)));
  text(words, 40, 660);
}
