package culturalalien.examples;

import processing.awt.PGraphicsJava2D;
import processing.core.PConstants;
import processing.core.PSurface;
import processing.core.PSurfaceNone;

/** Processing's default renderer without the window, for machines that have no display. */
public class WindowlessGraphics extends PGraphicsJava2D {
  @Override
  public PSurface createSurface() {
    surface = new PSurfaceNone(this);
    return surface;
  }

  @Override
  public boolean displayable() {
    return false;
  }

  /**
   * A loader that hands out this renderer wherever a sketch asks for JAVA2D or P2D. Processing
   * finds renderers by name through the thread's context loader, so the sketch itself stays
   * untouched.
   */
  static ClassLoader standingInFor(ClassLoader sketchLoader) {
    return new ClassLoader(sketchLoader) {
      @Override
      public Class<?> loadClass(String name) throws ClassNotFoundException {
        boolean renderer = name.equals(PConstants.JAVA2D) || name.equals(PConstants.P2D);
        return renderer ? WindowlessGraphics.class : super.loadClass(name);
      }
    };
  }
}
