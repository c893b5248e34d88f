"""Makes the golden files of Gpt2VariantTest: a tiny GPT-2 for every field of its configuration and
every type of number that we support, and the logits that the reference library gives.

    pip install torch transformers safetensors
    python src/test/python/make_variant_fixtures.py src/test/resources/gpt2/variants

Every fixture is reloaded before its logits are taken, so that they are those of the stored numbers
in 32 bits. The spread of the parameters is far above GPT-2's own, so that attention and the
activation leave their linear range.
"""

import json
import pathlib
import shutil
import sys

import torch
from transformers import GPT2Config, GPT2LMHeadModel

SIZES = dict(vocab_size=7, n_positions=5, n_embd=8, n_layer=2, n_head=2)
PLAIN = torch.float32

# Name: fields of the configuration, type of the numbers, further arguments of save_pretrained.
VARIANTS = {
    "unscaled": (dict(scale_attn_weights=False), PLAIN, {}),
    "by-layer": (dict(scale_attn_by_inverse_layer_idx=True), PLAIN, {}),
    "upcast": (dict(reorder_and_upcast_attn=True, scale_attn_by_inverse_layer_idx=True), PLAIN, {}),
    "inner": (dict(n_inner=12), PLAIN, {}),
    "untied": (dict(tie_word_embeddings=False), PLAIN, {}),
    "epsilon": (dict(layer_norm_epsilon=0.05), PLAIN, {}),
    "gelu": (dict(activation_function="gelu"), PLAIN, {}),
    "gelu-fast": (dict(activation_function="gelu_fast"), PLAIN, {}),
    "gelu-accurate": (dict(activation_function="gelu_accurate"), PLAIN, {}),
    "gelu-pytorch-tanh": (dict(activation_function="gelu_pytorch_tanh"), PLAIN, {}),
    "gelu-python": (dict(activation_function="gelu_python"), PLAIN, {}),
    "quick-gelu": (dict(activation_function="quick_gelu"), PLAIN, {}),
    "relu": (dict(activation_function="relu"), PLAIN, {}),
    "silu": (dict(activation_function="silu"), PLAIN, {}),
    "swish": (dict(activation_function="swish"), PLAIN, {}),
    "tanh": (dict(activation_function="tanh"), PLAIN, {}),
    "f64": ({}, torch.float64, {}),
    "f16": ({}, torch.float16, {}),
    "bf16": ({}, torch.bfloat16, {}),
    "sharded": (dict(tie_word_embeddings=False), PLAIN, dict(max_shard_size="3KB")),
}


def make(seed, folder, fields, dtype, arguments):
    torch.manual_seed(seed)
    end = SIZES["vocab_size"] - 1
    config = GPT2Config(
        **SIZES, **fields, bos_token_id=end, eos_token_id=end, initializer_range=0.5
    )
    model = GPT2LMHeadModel(config).eval()
    for parameter in model.parameters():
        if parameter.dim() == 1:
            parameter.data += 0.3 * torch.randn_like(parameter)
    shutil.rmtree(folder, ignore_errors=True)
    model.to(dtype).save_pretrained(folder, **arguments)
    (folder / "generation_config.json").unlink(missing_ok=True)
    # "eager" is the one that heeds every field.
    read = GPT2LMHeadModel.from_pretrained(folder, dtype=PLAIN, attn_implementation="eager").eval()
    ids = torch.randint(0, SIZES["vocab_size"], (2, SIZES["n_positions"]))
    with torch.no_grad():
        logits = read(ids).logits
    rounded = [[[round(x, 6) for x in token] for token in batch] for batch in logits.tolist()]
    golden = {"ids": ids.tolist(), "logits": rounded}
    for weights in folder.glob("*.safetensors"):
        weights.chmod(0o644)
    (folder / "golden.json").write_text(json.dumps(golden) + "\n")
    return logits


target = pathlib.Path(sys.argv[1])
plain = make(7, target / "plain", {}, PLAIN, {})
shutil.rmtree(target / "plain")
for name, (fields, dtype, arguments) in VARIANTS.items():
    logits = make(7, target / name, fields, dtype, arguments)
    # How far the variant is from the plain one: a test of a field that changes nothing is none.
    print(f"{name:20} {(logits - plain).abs().max().item():.6f}")
