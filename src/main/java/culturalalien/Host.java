package culturalalien;

import culturalalien.io.Warnings;
import java.nio.file.Path;
import java.util.Map;
import java.util.WeakHashMap;
import processing.core.PApplet;

/**
 * The sketch that an object lives in. There may be none: then no event is heard, and nothing else
 * is lost. All objects of a sketch share one memory of what the console has said. Safe from any
 * thread.
 */
final class Host {

  private static final Map<PApplet, Warnings> SAID = new WeakHashMap<>();

  private final PApplet sketch;
  private final Warnings warnings;

  /**
   * @param sketch null, which is said, for none
   */
  Host(PApplet sketch, String type) {
    this.sketch = sketch;
    if (sketch == null) {
      warnings = Warnings.shared();
      warnings.say("new " + type + "(this) needs the sketch and got null; no event will be heard");
    } else {
      synchronized (SAID) {
        warnings = SAID.computeIfAbsent(sketch, unused -> new Warnings());
      }
    }
  }

  /** The sketch; null if there is none. */
  PApplet sketch() {
    return sketch;
  }

  Warnings warnings() {
    return warnings;
  }

  /** Has Processing call an object's methods pre, post and dispose. */
  void register(Object hooked) {
    if (sketch != null) {
      sketch.registerMethod("pre", hooked);
      sketch.registerMethod("post", hooked);
      sketch.registerMethod("dispose", hooked);
    }
  }

  /** Has Processing forget an object, so that a sketch may make another. Idempotent. */
  void unregister(Object hooked) {
    if (sketch != null) {
      sketch.unregisterMethod("pre", hooked);
      sketch.unregisterMethod("post", hooked);
      sketch.unregisterMethod("dispose", hooked);
    }
  }

  /** Has a sketch that stands still draw a frame. */
  void wake() {
    if (sketch != null && !sketch.isLooping()) {
      sketch.redraw();
    }
  }

  /**
   * A path below the sketch's folder, or an absolute one.
   *
   * @throws java.nio.file.InvalidPathException if it is none on this system
   */
  Path path(String name) {
    return Path.of(sketch == null ? name : sketch.sketchPath(name)).toAbsolutePath();
  }

  /** Likewise below the sketch's data folder. */
  Path dataPath(String name) {
    return Path.of(sketch == null ? name : sketch.dataPath(name)).toAbsolutePath();
  }

  /** Where plug-ins are looked for besides the library itself; null for nowhere. */
  ClassLoader loader() {
    return sketch == null ? null : sketch.getClass().getClassLoader();
  }
}
