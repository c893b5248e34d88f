"""Makes the tiny "pretrained" GPT-2 of PretrainedStartTest, with a byte-level BPE tokenizer as GPT-2's.

    pip install torch transformers
    python src/test/python/make_pretrained_fixture.py src/test/resources/gpt2/pretrained

pieces.json holds, for some names, the word pieces' numbers that the reference tokenizer gives.
"""

import json
import pathlib
import sys

import torch
from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers
from transformers import GPT2Config, GPT2LMHeadModel

folder = pathlib.Path(sys.argv[1])
folder.mkdir(parents=True, exist_ok=True)
tokenizer = Tokenizer(models.BPE())
tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
tokenizer.decoder = decoders.ByteLevel()
text = ["a sailing boat on the sea", "the old man and the sea", "an old boat"] * 3
trainer = trainers.BpeTrainer(
    vocab_size=290, special_tokens=["<|endoftext|>"], initial_alphabet=pre_tokenizers.ByteLevel.alphabet()
)
tokenizer.train_from_iterator(text, trainer)
tokenizer.save(str(folder / "tokenizer.json"))

torch.manual_seed(0)
size = tokenizer.get_vocab_size()
end = tokenizer.token_to_id("<|endoftext|>")
config = GPT2Config(
    vocab_size=size, n_positions=16, n_embd=8, n_layer=1, n_head=2, bos_token_id=end, eos_token_id=end
)
GPT2LMHeadModel(config).half().save_pretrained(folder)
(folder / "generation_config.json").unlink(missing_ok=True)
names = ["sailing boat", "old man", "sea"]
pieces = {name: tokenizer.encode(" " + name).ids for name in names}
(folder / "pieces.json").write_text(json.dumps(pieces) + "\n")
print(pieces)
