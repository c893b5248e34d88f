/**
 * A language model and an image service.
 *
 * A language model writes the prompts and an image service paints them; the concepts
 * still come from the agent. Nothing is asked of either before you choose it:
 *
 * Press 1 to work offline, 2 for OpenAI, 3 for servers of your own.
 *
 * For 2, set the environment variable OPENAI_API_KEY and start Processing again; every
 * picture costs money. Never write a key into a sketch: sketches are shared.
 * OPENAI_BASE_URL leads to another server that speaks the same language.
 * For 3, start Ollama or LM Studio, and a Stable Diffusion web UI with --api; their
 * addresses are below. LM Studio's is http://localhost:1234/v1.
 * When a service fails, the agent says so and goes on offline.
 */
import culturalalien.*;
import culturalalien.agent.ChatCompositor;
import culturalalien.image.*;

String chat = "http://localhost:11434/v1", model = "llama3.2";
String painter = "http://localhost:7860";

ArtAgent agent;
int chosen = 1;
String notice = "", title = "", prompt = "";

void setup() {
  size(1000, 640);
  textFont(createFont("Serif", 30));
  agent = new ArtAgent(this);
  agent.sampler().classroom(true);   // fit for a school
  agent.size(560, 560);
  agent.every(15);                   // seconds from work to work, at least
  agent.start("harbour");
}

void promptComposed(Prompt p) {
  title = p.title();
  prompt = p.text();
}

void agentWarning(String sentence) {
  notice = sentence;
}

// What you choose holds from the next work on.
void keyPressed() {
  if ("123".indexOf(key) < 0) return;
  chosen = key - '0';
  notice = "";
  agent.compositor("grammar");
  agent.generator("painter");
  if (chosen == 2) openAI();
  if (chosen == 3) agent.compositor(new ChatCompositor().baseUrl(chat).model(model));
  if (chosen == 3) agent.generator(new StableDiffusionWebUI().baseUrl(painter));
}

void openAI() {
  if (System.getenv("OPENAI_API_KEY") == null && System.getenv("OPENAI_BASE_URL") == null) {
    chosen = 1;
    notice = "OpenAI needs a key: set the variable OPENAI_API_KEY and start Processing again.";
    return;
  }
  agent.compositor(new ChatCompositor().model("gpt-5-mini"));
  agent.generator(new OpenAIImages().model("gpt-image-1").quality("low"));
}

void draw() {
  background(#F5F1E8);
  image(agent.image(), 40, 40, 560, 560);
  write(title, 640, 40, 28, #1C1A17);
  write(prompt, 640, 120, 17, #1C1A17);
  write(notice, 640, 400, 16, #9C3B22);
  String[] choices = { "1  offline", "2  OpenAI", "3  own servers" };
  for (int i = 0; i < 3; i++) {
    write(choices[i], 640, 508 + 28 * i, 20, chosen == i + 1 ? #1C1A17 : #B5AC9C);
  }
  write(agent.stage(), 40, 606, 16, #8B8478);
}

void write(String words, float x, float y, float size, int ink) {
  fill(ink);
  textSize(size);
  text(words, x, y, 320, 280);
}
