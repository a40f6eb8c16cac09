#!/usr/bin/env bash
# Compiles src/ into dist/, which the package ships: Node runs no TypeScript below node_modules. Types are the check's.
set -euo pipefail
cd "$(dirname "$0")/.."

rm -rf dist
tsc -p tsconfig.build.json
# What a backend adds to the schema is read from beside its code.
for sdl in src/backends/*/*.graphql; do
  cp "$sdl" "dist/${sdl#src/}"
done
