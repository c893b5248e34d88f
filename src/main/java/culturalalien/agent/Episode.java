package culturalalien.agent;

/** Whether a trouble lasts: it begins where it is bad and ends where it is good. */
final class Episode {

  private boolean lasts;

  /** Takes the next look into account; true if the trouble begins with it. */
  boolean begins(boolean bad, boolean good) {
    boolean begins = bad && !lasts;
    lasts = lasts ? !good : bad;
    return begins;
  }
}
