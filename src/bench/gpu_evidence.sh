#!/usr/bin/env bash
# What a device does, in one Markdown table: parity with the reference library, latency, throughput.
#
#   src/bench/gpu_evidence.sh [device]        cpu (the default), gpu, gpu:1 or mps
#
# Where PyTorch's native library comes from:
#   cpu        the jar that Maven brings
#   gpu        DJL downloads what fits the machine into ~/.djl.ai, once (some gigabytes); or, without
#              a download, the machine's own PyTorch of the same version:
#                pip install torch==2.7.1 --index-url https://download.pytorch.org/whl/cu128
#                export PYTORCH_LIBRARY_PATH=$(python3 -c 'import torch; print(torch.__path__[0])')/lib
#              PYTORCH_VERSION and PYTORCH_FLAVOR are then taken to be 2.7.1 and cu128, for which the
#              library brings its binding; set them if yours differ.
#   MVN="mvn -o" keeps Maven off the network.
#
# Tried: this script on the cpu with the jar; PYTORCH_LIBRARY_PATH, with the parity test and the
# benchmark ServiceMemory on the cpu, on pip's libtorch_cpu 2.7.1 (libtorch.so, an empty shell that in
# pip's build asks for all of CUDA, was the jar's). Not tried, for want of such machines: gpu, mps and
# DJL's download. pip's plain torch 2.7.1 is built for CUDA 12.6, not 12.8: name the index as above.
set -euo pipefail
cd "$(dirname "$0")/../.."

device=${1:-cpu}
read -ra maven <<<"${MVN:-mvn}"
maven+=(-q -B)
if [[ $device == gpu* ]]; then
  maven+=(-Dcuda)
fi
if [[ -n ${PYTORCH_LIBRARY_PATH:-} ]]; then
  export PYTORCH_VERSION=${PYTORCH_VERSION:-2.7.1}
  if [[ $device == gpu* ]]; then
    export PYTORCH_FLAVOR=${PYTORCH_FLAVOR:-cu128}
  else
    export PYTORCH_FLAVOR=${PYTORCH_FLAVOR:-cpu}
  fi
fi

classpath=target/evidence-classpath.txt
"${maven[@]}" test -Dtest=Gpt2ParityTest -Dculturalalien.device="$device" \
  dependency:build-classpath -Dmdep.outputFile="$classpath" >&2
java -Xmx1g -Djmh.ignoreLock=true -cp "target/classes:target/test-classes:$(cat "$classpath")" \
  culturalalien.bench.DeviceEvidence "$device" | tee target/evidence.md
