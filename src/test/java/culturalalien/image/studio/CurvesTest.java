package culturalalien.image.studio;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CurvesTest {

  private static final Set<String> EXACT =
      Set.of("sqrt", "abs", "min", "max", "floor", "ceil", "round", "copySign");

  @Test
  void theyAreCloseToTheFunctionsThatTheyStandFor() {
    for (int i = -400; i <= 400; i++) {
      double x = i * 0.0173;
      assertEquals(Math.sin(2 * Math.PI * x), Curves.sin(x), 1e-5);
      assertEquals(Math.cos(2 * Math.PI * x), Curves.cos(x), 1e-5);
      assertEquals(1, Curves.exp(x) / Math.exp(x), 1e-6);
      double y = 3 - x * x;
      assertEquals(Math.atan2(y, x) / 2 / Math.PI, Curves.angle(y, x), 1e-5);
    }
    assertEquals(0, Curves.angle(0, 0));
  }

  /** Math.sin and its kin may differ in the last bit between machines. */
  @Test
  void nothingInTheStudioUsesFunctionsThatMachinesRoundDifferently() {
    noClasses()
        .should()
        .callMethodWhere(
            new DescribedPredicate<JavaMethodCall>("it is a function of Math that is not exact") {
              @Override
              public boolean test(JavaMethodCall call) {
                return call.getTargetOwner().isEquivalentTo(Math.class)
                    && !EXACT.contains(call.getName());
              }
            })
        .check(
            new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("culturalalien.image.studio"));
  }
}
