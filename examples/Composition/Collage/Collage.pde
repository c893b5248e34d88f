/**
 * Collage.
 *
 * The agent's latest twelve works as textures on a slowly turning ring of panels, above
 * a polished floor. A new work rises in the place of the oldest.
 *
 * Move the mouse sideways to turn the ring, up and down to look from above or below.
 */
import culturalalien.*;

ArtAgent agent;
int[] hung = new int[12];               // the number of the work in each place
float[] risen = new float[12];          // how far it has risen, 0..1
float turn, look;                       // of the ring, and of the eye

void setup() {
  size(960, 640, P3D);
  textureMode(NORMAL);
  agent = new ArtAgent(this);
  agent.size(512, 512);
  agent.every(4);
  agent.start("garden");
}

void draw() {
  background(#121116);
  turn = (turn + 0.003 + 0.02 * (mouseX > 0 ? mouseX / 960.0 - 0.5 : 0)) % TWO_PI;
  look = lerp(look, mouseY > 0 ? map(mouseY, 0, 640, -0.45, -0.02) : -0.15, 0.05);
  translate(480, 235, -300);
  rotateX(look);

  // Each work keeps its place; a place without one shows an empty frame.
  Artwork[] places = new Artwork[12];
  for (Artwork a : agent.artworks()) places[a.generation() % 12] = a;
  for (int i = 0; i < 12; i++) {
    int number = places[i] == null ? 0 : places[i].generation();
    if (hung[i] != number) risen[i] = 0;
    hung[i] = number;
    risen[i] = lerp(risen[i], 1, 0.03);
    pushMatrix();
    rotateY(turn + TWO_PI * i / 12);
    translate(0, 34 * sin(2.4 * i), 520);
    float light = map(cos(turn + TWO_PI * i / 12), -1, 1, 60, 255);   // the far ones are dim
    panel(places[i], risen[i], light);
    popMatrix();
  }
}

// A panel of 240 x 240, upright, and its reflection in the floor below.
void panel(Artwork a, float up, float light) {
  float bottom = 130, top = bottom - 240 * up, floor = 180;
  stroke(light * 0.5);
  noFill();
  side(a, top, bottom, light, light);
  side(a, 2 * floor - top, 2 * floor - bottom, 0, light * 0.35);
}

void side(Artwork a, float top, float bottom, float lightTop, float lightBottom) {
  beginShape(QUADS);
  if (a != null) texture(a.image());
  tint(lightTop);
  vertex(-120, top, 0, 0);
  vertex(120, top, 1, 0);
  tint(lightBottom);
  vertex(120, bottom, 1, 1);
  vertex(-120, bottom, 0, 1);
  endShape();
}
