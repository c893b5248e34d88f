/**
 * GPT-2 on DJL's PyTorch engine: configuration, network, checkpoint files and trainer.
 *
 * <p>Read {@link culturalalien.gpt2.Gpt2} first, the network on one page; then {@link
 * culturalalien.gpt2.Gpt2Model}, a loaded model that answers questions, {@link
 * culturalalien.gpt2.Checkpoint}, the Hugging Face folder it comes from, and {@link
 * culturalalien.gpt2.Trainer}, the loop that makes one.
 *
 * <p>Letters in shape comments:
 *
 * <ul>
 *   <li>B: sequences in a batch
 *   <li>T: tokens in a sequence, the begin token included
 *   <li>C: width of the residual stream ({@code n_embd})
 *   <li>H: attention heads, D = C / H: width of one head
 *   <li>V: tokens in the vocabulary, the begin/end token included
 * </ul>
 */
package culturalalien.gpt2;
