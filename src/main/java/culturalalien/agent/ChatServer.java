package culturalalien.agent;

import culturalalien.io.ServiceException;
import java.util.List;

/** A language model that answers in a conversation. */
interface ChatServer {

  /** Who says something. */
  enum Role {
    INSTRUCTIONS,
    USER,
    MODEL
  }

  /** Something that was said. */
  record Message(Role role, String text) {}

  /**
   * What the model says next.
   *
   * @param seed for servers that take one
   * @throws ServiceException with one sentence that holds neither a key nor anything of the answer
   */
  String answer(List<Message> conversation, long seed)
      throws ServiceException, InterruptedException;
}
