#!/usr/bin/env node
// The package ships compiled JavaScript, because Node runs no TypeScript below node_modules; a checkout runs its sources.
import { existsSync } from 'node:fs';
import { URL } from 'node:url';
import '../scripts/check-node.cjs';

const compiled = new URL('../dist/cli/main.js', import.meta.url);
const sources = new URL('../src/cli/main.ts', import.meta.url);

await import(existsSync(compiled) ? compiled.href : sources.href);
