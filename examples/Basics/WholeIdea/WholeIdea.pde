/**
 * Whole idea.
 *
 * Three concepts at once that fit together in one work, and that artists do not
 * combine. Below them stand the artists to whom the idea would come most easily, and
 * how near it is to their works: 1 would be their own, 0 has nothing to do with them.
 *
 * Click for the next idea. The first one takes some seconds to find.
 */
import culturalalien.*;

CulturalAlien cas;
Idea idea;                   // the latest; null until the first one arrives
float seen;                  // 0..1, how far it has come into view

void setup() {
  size(900, 600);
  noStroke();
  textAlign(CENTER);
  textFont(createFont("Serif", 96));
  cas = new CulturalAlien(this);
  cas.classroom(true);       // fit for a school
  cas.requestIdea(3);        // answered below; the window goes on meanwhile
}

void ideaEvent(Idea i) {
  idea = i;
  seen = 0;
}

void mousePressed() {
  cas.requestIdea(3);
}

void draw() {
  background(#14141B);
  if (idea == null) {
    write("an idea takes some seconds", 290, 17, #A39C8F, -2);
    rect(250, 310, 400 * cas.ideaProgress(), 1);
    return;
  }
  seen = lerp(seen, 1, 0.05);
  for (int i = 0; i < idea.size(); i++) {
    Concept c = idea.get(i);
    float paler = green(c.color()) < 110 ? 0.5 : 0.2;   // so that dark ones can be read
    write(c.name(), 190 + 118 * i, 88, lerpColor(c.color(), #F5F1E8, paler), i);
  }
  String makers = "would come easily to";
  for (Maker m : idea.nearest(3)) makers += (makers.endsWith("to") ? ": " : ", ") + m;
  write(makers, 530, 17, #A39C8F, 3);
}

// As large as fits; one line after the other comes into view.
void write(String words, float y, float size, int ink, int line) {
  fill(ink, 255 * constrain(4 * seen - 0.6 * line, 0, 1));
  textSize(size);
  textSize(min(size, size * 800 / textWidth(words)));
  text(words, 450, y);
}
