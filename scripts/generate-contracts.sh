#!/usr/bin/env bash
# Writes each backend's wire types from its OpenAPI document; with --check, fails when a committed file is stale.
set -euo pipefail
cd "$(dirname "$0")/.."

for folder in src/backends/*/; do
  openapi-typescript "${folder}openapi.yaml" --immutable --output "${folder}contract.generated.ts" "$@"
done
