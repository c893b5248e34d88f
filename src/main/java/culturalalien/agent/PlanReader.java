package culturalalien.agent;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import culturalalien.image.plan.Plan;
import java.io.IOException;

/**
 * Reads the plan in a journal's line. One with terms that this version does not know, as a newer
 * one may have written, is no plan; the rest of the line is good all the same.
 */
final class PlanReader extends JsonDeserializer<Plan> {

  @Override
  public Plan deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    JsonNode plan = context.readTree(parser);
    try {
      return context.readTreeAsValue(plan, Plan.class);
    } catch (JsonProcessingException e) {
      return null;
    }
  }
}
