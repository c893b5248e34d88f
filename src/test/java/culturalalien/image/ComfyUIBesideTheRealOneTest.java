package culturalalien.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import culturalalien.io.Address;
import culturalalien.io.Http;
import culturalalien.io.Interrupted;
import culturalalien.io.ServiceException;
import culturalalien.io.ServiceException.Remedy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Against a real ComfyUI, which needs no models for these workflows and may run on a CPU: {@code
 * python main.py --cpu}, then {@code mvn test -Dtest=ComfyUIBesideTheRealOneTest
 * -Dcomfyui=http://127.0.0.1:8188}.
 */
@EnabledIfSystemProperty(named = "comfyui", matches = ".+")
@Timeout(120)
class ComfyUIBesideTheRealOneTest {

  private static final String SERVER = System.getProperty("comfyui");

  /** The prompt stands in an input that no node has; the server passes over it. */
  private static final String EMPTY =
      "'1':{'class_type':'EmptyImage','inputs':{'width':'{width}','height':'{height}',"
          + "'batch_size':1,'color':255,'note':'{prompt}'}}";

  private static final String INVERT =
      "'2':{'class_type':'ImageInvert','inputs':{'image':['1',0]}}";

  @TempDir private Path folder;

  private ComfyUI comfy(String nodes) throws Exception {
    Path file = Files.writeString(folder.resolve("w.json"), "{" + nodes.replace('\'', '"') + "}");
    return new ComfyUI().baseUrl(SERVER).workflow(file.toString());
  }

  private static Pixels paint(ComfyUI comfy) throws Exception {
    return comfy.generate(FakeService.request(64, 128), done -> {});
  }

  private static String save(String kind, String from, String more) {
    return "'3':{'class_type':'" + kind + "','inputs':{'images':['" + from + "',0]" + more + "}}";
  }

  @Test
  void aWorkflowWithoutModelsIsPainted() throws Exception {
    String nodes = EMPTY + "," + INVERT + "," + save("SaveImage", "2", ",'filename_prefix':'ca'");
    Pixels pixels = paint(comfy(nodes).size(64, 128));
    assertEquals(64, pixels.width());
    assertEquals(128, pixels.height());
    int[] yellow = new int[64 * 128];
    Arrays.fill(yellow, 0xFFFFFF00);
    assertArrayEquals(yellow, pixels.argb());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "{E},'3':{'class_type':'NoSuchNode','inputs':{'images':['1',0]}};has no node \"NoSuchNode\"",
        "{E};accept the workflow: Prompt has no outputs",
        "{E},'3':{'class_type':'SaveImage','inputs':{'images':['1',0]}};Required input is missing",
        "{E},'3':{'class_type':'SaveImage','inputs':{'images':['77',0],'filename_prefix':'x'}}"
            + ";Exception when validating node",
        "{E},'3':{'class_type':'SaveImage','inputs':{'images':['1',0],'filename_prefix':'../../x'}}"
            + ";failed in node 3 (SaveImage): ERROR: Saving image outside the output folder",
        "'4':{'class_type':'CheckpointLoaderSimple','inputs':{'ckpt_name':'no.ckpt','n':'{prompt}'}},"
            + "'5':{'class_type':'EmptyLatentImage','inputs':{'width':64,'height':64,'batch_size':1}},"
            + "'6':{'class_type':'VAEDecode','inputs':{'samples':['5',0],'vae':['4',2]}},"
            + "'3':{'class_type':'PreviewImage','inputs':{'images':['6',0]}}"
            + ";has no ckpt_name \"no.ckpt\" for node 4 (CheckpointLoaderSimple)"
      })
  void aWorkflowThatCannotRunIsAMatterOfSettings(String nodes, String part) throws Exception {
    ComfyUI comfy = comfy(nodes.replace("{E}", EMPTY));
    ServiceException problem = assertThrows(ServiceException.class, () -> paint(comfy));
    assertEquals(Remedy.OTHER_SETTINGS, problem.remedy(), problem::getMessage);
    assertTrue(problem.getMessage().contains(part), problem::getMessage);
  }

  @Test
  void whoeverIsInterruptedLeavesNothingRunningOrWaiting() throws Exception {
    StringBuilder nodes = new StringBuilder(EMPTY);
    for (int node = 10; node < 200; node++) {
      String from = node == 10 ? "1" : "" + (node - 1);
      nodes
          .append(",'")
          .append(node)
          .append("'")
          .append(INVERT.substring(3).replace("'1'", "'" + from + "'"));
    }
    nodes.append(",").append(save("PreviewImage", "199", ""));
    ComfyUI comfy =
        comfy(nodes.toString().replace("'batch_size':1", "'batch_size':4")).size(2048, 2048);
    CountDownLatch begun = new CountDownLatch(1);
    Interrupted caller =
        new Interrupted(
            () -> comfy.generate(FakeService.request(64, 64), done -> begun.countDown()));
    begun.await();
    caller.interruptAndExpectIt();
    Http http = new Http("comfyui", Duration.ofSeconds(10));
    long start = System.nanoTime();
    while (!http.send(Address.of(SERVER).request("queue").build(), 1 << 20)
        .json()
        .path("queue_running")
        .isEmpty()) {
      Thread.sleep(50);
    }
    assertTrue(System.nanoTime() - start < 10e9, "the job ran on");
  }
}
