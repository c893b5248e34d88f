package culturalalien.scoring.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;

import culturalalien.sampling.Vocabulary;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a client makes of the concepts that a server sends. */
@Timeout(60)
class RemoteScorerTest {

  private static String tensor(String name, String shape, String type, String data) {
    return "{\"name\":\"%s\",\"shape\":%s,\"datatype\":\"%s\",\"data\":%s}"
        .formatted(name, shape, type, data);
  }

  private static Vocabulary received(String... more) throws IOException {
    String always =
        String.join(
            ",",
            tensor("name", "[2]", "BYTES", "[\"sea\",\"war\"]"),
            tensor("marks", "[2]", "BYTES", "[\"\",\"delicate,violent\"]"),
            tensor("vector", "[2,2]", "FP32", "[1,0,0,1]"),
            tensor("place", "[2,2]", "FP32", "[0,0,1,1]"),
            tensor("color_vector", "[1,2]", "FP32", "[1,0]"),
            tensor("color", "[1]", "INT32", "[255]"));
    String outputs = String.join(",", always, String.join(",", more));
    try (FakeServer server = new FakeServer()) {
      server
          .then(200, "{\"name\":\"next-concepts\",\"versions\":[\"abc\"]}")
          .then(
              200,
              "{\"model_name\":\"vocabulary\",\"outputs\":["
                  + outputs.replaceFirst(",$", "")
                  + "]}");
      ServerClient client = new ServerClient(server.address(), Optional.empty());
      try (RemoteScorer scorer = RemoteScorer.connect(client, Optional.empty(), sentence -> {})) {
        return scorer.table().vocabulary();
      }
    }
  }

  @Test
  void kindsTravelBesideTheMarks() throws Exception {
    assertEquals(
        List.of("sea\tkind:nature", "war\tdelicate\tviolent"),
        received(tensor("kind", "[2]", "BYTES", "[\"nature\",\"\"]")).lines());
  }

  @Test
  void aServerOlderThanTheKindsKnowsNone() throws Exception {
    assertEquals(List.of("sea", "war\tdelicate\tviolent"), received().lines());
  }
}
