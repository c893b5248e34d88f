"""Makes the golden files of Gpt2ParityTest: small random GPT-2 models and their logits.

    pip install torch transformers
    python src/test/python/make_gpt2_fixtures.py src/test/resources/gpt2

The initial spread is far above GPT-2's own, so that attention and gelu leave their linear range.
"""

import json
import pathlib
import sys

import torch
from transformers import GPT2Config, GPT2LMHeadModel

SIZES = {
    "small": dict(vocab_size=11, n_positions=8, n_embd=16, n_layer=2, n_head=2),
    "other": dict(vocab_size=29, n_positions=12, n_embd=24, n_layer=3, n_head=3),
}

for seed, (name, sizes) in enumerate(SIZES.items()):
    torch.manual_seed(seed)
    end = sizes["vocab_size"] - 1
    config = GPT2Config(**sizes, bos_token_id=end, eos_token_id=end, initializer_range=0.5)
    model = GPT2LMHeadModel(config).eval()
    for parameter in model.parameters():
        if parameter.dim() == 1:
            parameter.data += 0.3 * torch.randn_like(parameter)
    ids = torch.randint(0, sizes["vocab_size"], (3, sizes["n_positions"]))
    with torch.no_grad():
        logits = model(ids).logits
    folder = pathlib.Path(sys.argv[1]) / name
    model.save_pretrained(folder)
    (folder / "generation_config.json").unlink(missing_ok=True)
    golden = {"ids": ids.tolist(), "logits": [[[round(x, 6) for x in t] for t in b] for b in logits.tolist()]}
    (folder / "golden.json").write_text(json.dumps(golden) + "\n")
    print(name, sum(p.numel() for p in model.parameters()), "parameters")
