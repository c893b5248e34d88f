/**
 * Night watch.
 *
 * A house that works in the dark. From dusk to dawn a work is made every half minute
 * and another window lights up; by day it makes one every quarter of an hour, and the
 * windows are pale. The works take 500 MB at most, the newest stay. The file status.txt
 * tells a caretaker, or a program, how the show is; it is written every minute.
 *
 * Press the mouse and drag it sideways to see another time of day.
 */
import culturalalien.*;
import java.nio.file.*;

ArtAgent agent;
boolean night = true;
String trouble = "none";            // the last warning

void setup() {
  size(960, 640, P2D);
  noStroke();
  agent = new ArtAgent(this);
  agent.folder("house");            // a run that is there goes on
  agent.size(340, 260);
  agent.every(30);                  // seconds
  agent.disk(500, "last");          // megabytes
  agent.start("night", "window");
}

void agentWarning(String sentence) {
  trouble = sentence;
}

void artworkFinished(Artwork a) {
  status();
}

// Whoever reads the file finds the old one or the new one, never half of one.
void status() {
  String[] lines = {
    "time: " + java.time.LocalDateTime.now().withNano(0), "works: " + agent.generation(),
    "stage: " + agent.stage(), "latest: " + agent.artwork().title(), "trouble: " + trouble
  };
  saveStrings("status.part", lines);
  try {
    Files.move(Paths.get(sketchPath("status.part")), Paths.get(sketchPath("status.txt")),
      StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  } catch (IOException e) {
    println("status.txt: " + e.getMessage());
  }
}

void draw() {
  if (frameCount % 3600 == 1) status();
  float hour = mousePressed ? 24.0 * mouseX / width : hour() + minute() / 60.0;
  float dark = constrain(0.5 + 1.2 * cos(TWO_PI * hour / 24), 0, 1);

  // The pace follows the light.
  if (night != dark > 0.5) agent.every(dark > 0.5 ? 30 : 900);
  night = dark > 0.5;

  // The sky, the moon or the sun, and the house.
  background(lerpColor(#A9C4D0, #0D0E1A, dark));
  fill(lerpColor(#FFF3C4, #DDE3EA, dark));
  circle(((hour + (dark > 0.5 ? 6 : 18)) % 12) * 80, 60, 44);
  fill(lerpColor(#C9A98B, #211D24, dark));
  rect(70, 100, 820, 540);
  for (int i = 0; i < 12; i++) window(i, 110 + i % 4 * 190, 135 + i / 4 * 165, dark);
}

// One of twelve windows, with the latest work of this number, or dark.
void window(int i, float x, float y, float dark) {
  fill(lerpColor(#E9DCC8, #0B0A0E, dark));
  rect(x - 7, y - 7, 184, 144);
  fill(lerpColor(#6E7F88, #15131A, dark));
  rect(x, y, 170, 130);
  for (Artwork a : agent.artworks()) {
    if (a.generation() % 12 != i) continue;
    boolean newest = a == agent.artwork();
    tint(lerpColor(#93A0A8, newest ? #FFF6E4 : #EBC897, dark));
    image(a.image(), x, y, 170, 130);
  }
}
