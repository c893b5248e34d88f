"""Starts the built library's scoring server and lets two clients of others ask it everything: tritonclient and KServe's.

    pip install "tritonclient[http]==2.73.*" "kserve==0.21.*"
    python src/test/python/serve_clients.py             # mvn package first; or give another Java class path

Prints what each client asked and in how many ways it got the same answer; ends with 1 if any call failed.
"""

import asyncio
import collections
import re
import subprocess
import sys

import numpy as np
import tritonclient.http as triton
from kserve import InferenceRESTClient, InferInput, InferRequest, RESTConfig
from kserve.protocol.infer_type import RequestedOutput
from tritonclient.utils import InferenceServerException

MODELS = {
    "coherence": ({"concepts": ("BYTES", [["sea", "horse"], ["castle", ""]])}, {"orders": 4}, ["nll", "lift"]),
    "context": ({"concepts": ("INT64", [[1, 2], [3, -1]])}, {}, ["lift"]),
    "next-concepts": (
        {"pool": ("BYTES", ["sea", "castle"]), "excluded": ("INT32", [])},
        {"strategy": "cas", "limit": 5, "seed": "9007199254740993", "beta": 0.4},
        ["concept", "number", "score"],
    ),
    "ideas": ({"excluded": ("BYTES", ["sea"])}, {"size": 3, "count": 4, "sets": 200}, ["concept", "coherence", "score"]),
    "vocabulary": ({}, {}, ["name", "vector", "color", "longest"]),
}
TYPES = {"BYTES": np.object_, "INT32": np.int32, "INT64": np.int64}
done = collections.OrderedDict()


def check(client, call, good):
    done.setdefault(call, collections.OrderedDict()).setdefault(client, []).append(bool(good))
    if not good:
        print(f"FAILED: {client}, {call}", file=sys.stderr)


def attempt(client, call, function):
    try:
        check(client, call, function())
    except Exception as problem:  # whatever a client throws, the table tells of it
        print(f"{client}, {call}: {problem!r}"[:500], file=sys.stderr)
        check(client, call, False)


def plain(array):
    """The same for texts that came as bytes and as texts, and for numbers of 32 bits by way of JSON."""
    array = np.asarray(array)
    if array.dtype.kind in "OSU":
        return [x.decode() if isinstance(x, bytes) else x for x in array.ravel()]
    return array.astype(np.float64).ravel()


def same(a, b):
    return all(
        plain(a[k]) == plain(b[k]) if isinstance(plain(a[k]), list) else np.allclose(plain(a[k]), plain(b[k]), rtol=1e-6)
        for k in b
    )


def tensors(make, inputs, binary):
    result = []
    for name, (kind, data) in inputs.items():
        array = np.array(data, dtype=TYPES[kind])
        tensor = make(name, list(array.shape), kind)
        tensor.set_data_from_numpy(array, binary_data=binary)
        result.append(tensor)
    return result


def refused(function, status, words):
    try:
        function()
        return False
    except InferenceServerException as problem:
        return problem.status() == str(status) and words in problem.message()


def ask_triton(address, version):
    name = "tritonclient"
    client = triton.InferenceServerClient(address, concurrency=4)
    attempt(name, "live, ready", lambda: client.is_server_live() and client.is_server_ready())
    attempt(name, "server metadata", lambda: "binary_tensor_data" in client.get_server_metadata()["extensions"])
    attempt(name, "repository index", lambda: len(client.get_model_repository_index()) == len(MODELS))
    attempt(name, "no statistics (404)", lambda: refused(client.get_inference_statistics, 404, "/metrics"))
    attempt(name, "no loading (404)", lambda: refused(lambda: client.load_model("ideas"), 404, "started with"))
    attempt(name, "no shared memory (404)", lambda: refused(client.get_system_shared_memory_status, 404, "in the request"))
    for model, (inputs, parameters, outputs) in MODELS.items():
        for v in ("", version):
            attempt(name, "model ready, metadata, configuration", lambda: client.is_model_ready(model, v))
            attempt(name, "model ready, metadata, configuration", lambda: client.get_model_metadata(model, v)["versions"] == [version])
            attempt(name, "model ready, metadata, configuration", lambda: client.get_model_config(model, v)["name"] == model)
        first = {}

        def infer(sent, wanted, packed, some, later=False):
            ways = [triton.InferRequestedOutput(o, binary_data=wanted) for o in outputs] if some else None
            options = dict(
                outputs=ways, request_id="a1", parameters=parameters, model_version=version if later else "",
                request_compression_algorithm=packed, response_compression_algorithm=packed,
            )
            asked = tensors(triton.InferInput, inputs, sent)
            if later:
                result = client.async_infer(model, asked, **options).get_result()
            else:
                result = client.infer(model, asked, **options)
            answer = {o: result.as_numpy(o) for o in outputs}
            first.setdefault("answer", answer)
            return result.get_response()["id"] == "a1" and same(answer, first["answer"])

        for sent in (False, True):
            for wanted in (False, True):
                for packed in (None, "gzip", "deflate"):
                    attempt(name, f"infer {model}", lambda: infer(sent, wanted, packed, True))
        attempt(name, f"infer {model}", lambda: infer(True, True, None, False))
        attempt(name, f"infer {model}", lambda: infer(True, True, "gzip", True, later=True))
        yield model, first["answer"]
    client.close()


async def ask_kserve(url, answers):
    name = "KServe"
    client = InferenceRESTClient(RESTConfig(protocol="v2"))

    async def tell(call, function):
        try:
            check(name, call, await function())
        except Exception as problem:
            print(f"{name}, {call}: {problem!r}"[:500], file=sys.stderr)
            check(name, call, False)

    await tell("live, ready", lambda: client.is_server_live(url))
    await tell("live, ready", lambda: client.is_server_ready(url + "/"))
    for model, (inputs, parameters, outputs) in MODELS.items():
        await tell("model ready, metadata, configuration", lambda: client.is_model_ready(url, model))

        async def infer(sent, wanted, packed):
            request = InferRequest(
                model, tensors(InferInput, inputs, sent), request_id="k1", parameters=dict(parameters),
                request_outputs=[RequestedOutput(o, {"binary_data": wanted}) for o in outputs],
            )
            headers = {"Accept-Encoding": packed or "identity"}
            result = await client.infer(url, request, model_name=model, headers=headers)
            answer = {o: result.get_output_by_name(o).as_numpy() for o in outputs}
            return result.id == "k1" and result.model_name == model and same(answer, answers[model])

        for sent in (False, True):
            for wanted in (False, True):
                for packed in (None, "gzip", "deflate"):
                    await tell(f"infer {model}", lambda: infer(sent, wanted, packed))
    await client.close()


def main():
    classpath = sys.argv[1] if len(sys.argv) > 1 else "library/*"
    command = ["java", "-cp", classpath, "culturalalien.cli.Main", "serve", "--port", "0"]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        said = ""
        while "ready on" not in said:
            line = server.stdout.readline()
            if not line:
                sys.exit("the server did not start")
            said += line
        address = re.search(r"http://(\S+:\d+)", said).group(1)
        client = triton.InferenceServerClient(address)
        version = client.get_model_metadata("coherence")["versions"][0]
        client.close()
        answers = dict(ask_triton(address, version))
        asyncio.run(ask_kserve("http://" + address, answers))
    finally:
        server.terminate()
        server.wait()
    clients = ("tritonclient", "KServe")
    print(f"| {'call':38} | {clients[0]:>12} | {clients[1]:>12} |")
    print(f"|{'-' * 40}|{'-' * 13}:|{'-' * 13}:|")
    for call, each in done.items():
        cells = [f"{sum(each[c])} of {len(each[c])}" if c in each else "" for c in clients]
        print(f"| {call:38} | {cells[0]:>12} | {cells[1]:>12} |")
    calls = [good for each in done.values() for results in each.values() for good in results]
    print(f"{sum(calls)} of {len(calls)} calls")
    sys.exit(0 if all(calls) else 1)


main()
