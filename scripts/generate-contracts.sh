#!/usr/bin/env bash
# Writes each backend's wire types, and its contract as JSON, from its OpenAPI document; with --check, fails when a
# committed file is stale.
set -euo pipefail
cd "$(dirname "$0")/.."

for folder in src/backends/*/; do
  openapi-typescript "${folder}openapi.yaml" --immutable --output "${folder}contract.generated.ts" "$@"
  node scripts/generate-contract-json.mjs "$folder" "$@"
done
