"""Training steps a second with PyTorch and transformers alone, beside the library's own trainer.

    pip install torch transformers
    mvn -q test-compile dependency:build-classpath -Dmdep.outputFile=target/classpath.txt
    python src/bench/python/training_rate.py [threads] [width layers heads] [steps]

Runs both in turn, several times, and prints the ratio of each round and of the medians.
"""

import os
import statistics
import subprocess
import sys
import time

numbers = [int(x) for x in sys.argv[1:]] + [1, 192, 4, 4, 60][len(sys.argv) - 1 :]
threads, width, layers, heads, steps = numbers
CONCEPTS, BATCH, TOKENS, WARMUP, ROUNDS = 1989, 128, 8, 10, 5
os.environ["OMP_NUM_THREADS"] = str(threads)

import torch
import transformers

torch.set_num_threads(threads)
config = transformers.GPT2Config(
    vocab_size=CONCEPTS + 1, n_positions=32, n_embd=width, n_layer=layers, n_head=heads,
    bos_token_id=CONCEPTS, eos_token_id=CONCEPTS,
)


def plain_pytorch():
    """A plain loop: forward, loss, backward, clip, AdamW, cosine."""
    torch.manual_seed(1)
    model = transformers.GPT2LMHeadModel(config).train()
    optimizer = torch.optim.AdamW(model.parameters(), lr=1e-3, weight_decay=0.05, betas=(0.9, 0.95))
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, WARMUP + steps)
    start = None
    for step in range(WARMUP + steps):
        if step == WARMUP:
            start = time.perf_counter()
        targets = torch.randint(0, CONCEPTS, (BATCH, TOKENS))
        inputs = torch.cat([torch.full((BATCH, 1), CONCEPTS), targets[:, :-1]], dim=1)
        logits = model(inputs, use_cache=False).logits
        loss = torch.nn.functional.cross_entropy(logits.flatten(0, 1), targets.flatten())
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        loss.item()
    return steps * BATCH / (time.perf_counter() - start)


def library():
    classpath = "target/classes:target/test-classes:" + open("target/classpath.txt").read().strip()
    arguments = [str(x) for x in (threads, width, layers, heads, steps)]
    output = subprocess.run(
        ["java", "-cp", classpath, "culturalalien.bench.TrainingRate", *arguments],
        capture_output=True, text=True, check=True,
    ).stdout
    return float(output.split(":")[1])


print(f"torch {torch.__version__}, {threads} threads, width {width}, {layers} layers, {heads} heads")
ours, theirs = [], []
for _ in range(ROUNDS):
    theirs.append(plain_pytorch())
    ours.append(library())
    print(f"sequences a second: PyTorch {theirs[-1]:.0f}, library {ours[-1]:.0f}, ratio {ours[-1] / theirs[-1]:.2f}")
print(f"medians: PyTorch {statistics.median(theirs):.0f}, library {statistics.median(ours):.0f}, "
      f"ratio {statistics.median(ours) / statistics.median(theirs):.2f}")
