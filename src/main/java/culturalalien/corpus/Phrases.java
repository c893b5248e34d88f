package culturalalien.corpus;

import culturalalien.corpus.CurationRules.StandsAlone;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;

/** Turns a museum's heading, sorted by what comes first, into a phrase as people say it. */
final class Phrases {
  private final StandsAlone standsAlone;

  Phrases(StandsAlone standsAlone) {
    this.standsAlone = standsAlone;
  }

  String of(String heading) {
    String text = heading.toLowerCase(Locale.ROOT).replace('\u2019', '\'').strip();
    // "dog - non-specific": what follows the dash is the cataloguer's remark.
    text = text.replaceAll(" - .*", "");
    // "arm/arms raised": the plural reads as a phrase.
    text = text.replaceAll("\\b[\\w'-]+/(?=\\w)", "");
    // "cup / mug, broken": the first of two names for one thing.
    text = text.replaceAll("\\s+/[^,]*", "");
    text = text.replaceAll("^st (?=\\w)", "saint ");
    String[] parts = text.split("\\s*,\\s*");
    if (parts.length == 2
        && (standsAlone.kinds().contains(parts[0]) || standsAlone.words().contains(parts[1]))) {
      return parts[1];
    }
    // "boat, sailing": the specific word comes first in speech.
    Collections.reverse(Arrays.asList(parts));
    return String.join(" ", parts).replaceAll("\\s+", " ").strip();
  }
}
