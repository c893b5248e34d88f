"""Opens a model folder with the reference library and compares both models' likelihoods with ours.

    pip install torch transformers
    python src/test/python/check_bundle.py models/tate

Our side comes from the command score of the built library: mvn package first.
"""

import json
import pathlib
import random
import subprocess
import sys

import torch
from transformers import GPT2LMHeadModel, PreTrainedTokenizerFast

folder = pathlib.Path(sys.argv[1])
concepts = [line.split("\t")[0] for line in (folder / "vocabulary.txt").read_text("utf-8").splitlines()]
random.seed(1)
sets = [random.sample(concepts, random.randint(1, 8)) for _ in range(50)]
lines = "".join(json.dumps({"concepts": s}) + "\n" for s in sets)
command = ["java", "-cp", "library/*", "culturalalien.cli.Main", "score", "--models", str(folder)]
ours = [json.loads(x) for x in subprocess.run(command, input=lines, capture_output=True, text=True, check=True).stdout.splitlines()]
for name, field in (("coherence", "coherence_nll"), ("context", "context_nll")):
    model = GPT2LMHeadModel.from_pretrained(folder / name, dtype=torch.float32).eval()
    tokenizer = PreTrainedTokenizerFast(tokenizer_file=str(folder / name / "tokenizer.json"))
    end = model.config.eos_token_id
    worst = 0.0
    for s, answer in zip(sets, ours):
        ids = tokenizer(", ".join(s))["input_ids"]
        assert [tokenizer.convert_ids_to_tokens(i) for i in ids] == s, (ids, s)
        with torch.no_grad():
            logits = model(torch.tensor([[end] + ids[:-1]])).logits[0]
        logits[:, end] = -torch.inf
        nll = -logits.log_softmax(-1).gather(1, torch.tensor(ids)[:, None]).mean().item()
        worst = max(worst, abs(nll - answer[field]))
    print(f"{name}: {sum(p.numel() for p in model.parameters()):,} parameters, largest difference {worst:.1e} nats")
    assert worst < 1e-4
