package culturalalien.image.studio;

import culturalalien.image.ImageRequest.Subject;
import culturalalien.image.Pixels;
import culturalalien.image.plan.Plan;
import culturalalien.image.plan.Relation;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Which relations, media, viewpoints and lights keep two figures from being found again:
 *
 * <pre>java -cp … culturalalien.image.studio.ShownTable 300</pre>
 */
final class ShownTable {

  private ShownTable() {}

  public static void main(String[] args) throws Exception {
    int works = Integer.parseInt(args[0]);
    Random random = new Random(1);
    ShapeMatcher matcher = new ShapeMatcher();
    Map<String, int[]> table = new TreeMap<>();
    for (int i = 0; i < works; i++) {
      List<Subject> subjects = ConceptSets.SHIPPED.far(random);
      Plan plan = Plans.any(subjects, random);
      if (plan.relation() == Relation.ALONE) {
        continue;
      }
      Painting painting = new Painting(Plans.request(subjects, plan, 160, i));
      Pixels picture = painting.paint(done -> {});
      List<Shape> marks = painting.marks();
      boolean first = !marks.isEmpty() && matcher.finds(marks.get(0), picture, 7, random);
      boolean second = marks.size() > 1 && matcher.finds(marks.get(1), picture, 7, random);
      for (String key :
          List.of(
              "all",
              "relation " + plan.relation().word(),
              "medium " + plan.medium().word(),
              "viewpoint " + plan.viewpoint().word(),
              "format " + plan.format().word(),
              "weather " + plan.weather().word(),
              "light " + plan.light().word())) {
        int[] row = table.computeIfAbsent(key, k -> new int[4]);
        row[0]++;
        row[1] += first ? 1 : 0;
        row[2] += second ? 1 : 0;
        row[3] += first && second ? 1 : 0;
      }
    }
    table.forEach(
        (key, row) ->
            System.out.printf(
                "%-26s %4d works, first %3d %%, second %3d %%, both %3d %%%n",
                key, row[0], 100 * row[1] / row[0], 100 * row[2] / row[0], 100 * row[3] / row[0]));
  }
}
