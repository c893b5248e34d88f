/**
 * Evolving wall.
 *
 * One work after another, on the whole screen, each dissolving into the next. Made to
 * be left alone for months: it shows nothing but pictures, hides the pointer, and after
 * a power cut goes on where it was, with the run in the sketch's folder "wall".
 *
 * Put your own concepts into start(). Delete the folder "wall" for a new beginning.
 * Press ESC to leave.
 */
import culturalalien.*;

ArtAgent agent;
PImage light, before, now;          // the picture that goes and the one that comes
int number, since;                  // of the work that hangs, and the frame it came in

void setup() {
  fullScreen(P2D);
  noCursor();
  imageMode(CENTER);
  light = light();
  agent = new ArtAgent(this);
  agent.folder("wall");             // a run that is there goes on
  agent.size(1280, 1280 * height / width);
  agent.every(40);                  // seconds
  agent.disk(4000, "best");         // megabytes; beyond that the least new pictures go
  agent.start("sea", "memory");
}

void draw() {
  background(#0C0B10);
  float breath = height * (1.2 + 0.15 * sin(frameCount % 240 * TWO_PI / 240));
  tint(255);
  image(light, width / 2, height * 0.55, breath, breath);

  // The latest work; after a restart that is the last one of the run.
  Artwork latest = agent.artwork();
  if (latest.generation() != number) {
    before = now;
    now = latest.image();
    number = latest.generation();
    since = frameCount;
  }
  float t = constrain((frameCount - since) / 300.0, 0, 1);
  if (before != null && t < 1) hang(before, 1);
  if (now != null) hang(now, t * t * (3 - 2 * t));
}

// Covers the screen, and breathes a little, so that no edge burns into it.
void hang(PImage picture, float alpha) {
  float zoom = max(width / float(picture.width), height / float(picture.height));
  zoom *= 1.04 + 0.03 * sin(frameCount % 4800 * TWO_PI / 4800);
  tint(255, 255 * alpha);
  image(picture, width / 2, height / 2, picture.width * zoom, picture.height * zoom);
}

// A light in the dark, for the seconds before the first work.
PImage light() {
  PImage light = createImage(128, 128, ARGB);
  for (int i = 0; i < light.pixels.length; i++) {
    float far = dist(i % 128, i / 128, 63.5, 63.5) / 64;
    light.pixels[i] = color(232, 201, 160, 70 * sq(max(0, 1 - far)));
  }
  return light;
}
