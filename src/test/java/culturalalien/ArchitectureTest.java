package culturalalien;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which package may use which: arrows point inward, and few know the world outside. */
class ArchitectureTest {

  private static final String ROOT = "culturalalien";

  /** Every package with those of ours that it may use; {@code io} may be used by all. */
  static final Map<String, Set<String>> MAY_USE =
      Map.of(
          "",
          Set.of("agent", "image", "scoring", "sampling", "gpt2", "corpus", "study"),
          "agent",
          Set.of("image", "scoring", "sampling"),
          "image",
          Set.of(),
          "scoring",
          Set.of("sampling", "gpt2"),
          "sampling",
          Set.of(),
          "gpt2",
          Set.of(),
          "corpus",
          Set.of("image", "sampling"),
          "study",
          Set.of("agent", "corpus", "scoring", "sampling"),
          "cli",
          Set.of("", "agent", "image", "scoring", "sampling", "gpt2", "corpus", "study"),
          "io",
          Set.of());

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  @Test
  void everyPackageUsesOnlyWhatItMay() {
    classes().should(useWhatTheyMay()).check(CLASSES);
  }

  @Test
  void packagesFormNoCycle() {
    slices().assignedFrom(packages()).should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void samplingKnowsNoThreadAndNoFile() {
    noClasses()
        .that()
        .resideInAPackage("culturalalien.sampling..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.util.concurrent..", "java.nio..", "java.io..", ROOT + ".io..")
        .orShould()
        .dependOnClassesThat()
        .belongToAnyOf(Thread.class, Runnable.class, Process.class)
        .check(CLASSES);
  }

  @Test
  void onlyTheSketchsPackageKnowsProcessing() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT)
        .should()
        .dependOnClassesThat()
        .resideInAPackage("processing..")
        .check(CLASSES);
  }

  @Test
  void onlyNetworkAndEmbeddersKnowDjl() {
    noClasses()
        .that()
        .resideOutsideOfPackages("culturalalien.gpt2..", "culturalalien.image..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("ai.djl..")
        .check(CLASSES);
  }

  /** The first name below the root; none for the root itself. */
  private static String packageOf(JavaClass type) {
    String name = type.getPackageName().substring(ROOT.length());
    return name.isEmpty() ? "" : name.substring(1).split("\\.")[0];
  }

  private static boolean isOurs(JavaClass type) {
    return (type.getPackageName() + ".").startsWith(ROOT + ".");
  }

  private static ArchCondition<JavaClass> useWhatTheyMay() {
    return new ArchCondition<>("use only the packages that the table allows") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        String from = packageOf(type);
        for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
          JavaClass target = dependency.getTargetClass().getBaseComponentType();
          String to = isOurs(target) ? packageOf(target) : from;
          if (!to.equals(from) && !to.equals("io") && !MAY_USE.get(from).contains(to)) {
            events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
          }
        }
      }
    };
  }

  private static SliceAssignment packages() {
    return new SliceAssignment() {
      @Override
      public String getDescription() {
        return "our packages";
      }

      @Override
      public SliceIdentifier getIdentifierOf(JavaClass type) {
        return isOurs(type) ? SliceIdentifier.of("/" + packageOf(type)) : SliceIdentifier.ignore();
      }
    };
  }
}
