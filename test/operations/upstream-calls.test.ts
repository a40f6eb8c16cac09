import { readFileSync, readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { backendDefinitions } from '../../src/backends/registry.ts';
import type { RunningSimulator } from '../../src/simulation/simulator.ts';
import { startTestGateway } from '../support/gateway.ts';

const FOLDER = new URL('../../operations/', import.meta.url);

interface Example {
  /** Name of a document in `operations/`. */
  readonly operation: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** By backend: the most calls that the operation may cost with these variables from a cold cache; absent: none. */
  readonly calls: Readonly<Record<string, number>>;
}

const EXAMPLES = JSON.parse(read('upstream-calls.json')) as readonly Example[];

let simulators: ReadonlyMap<string, RunningSimulator>;
let environment: Record<string, string>;

beforeAll(async () => {
  const started = await Promise.all(
    backendDefinitions.map(
      async ({ name, startSimulator }) => [name, await startSimulator()] as const,
    ),
  );
  simulators = new Map(started);
  environment = Object.assign(
    { AUTH_DISABLED: 'true' },
    ...started.map(([, simulator]) => simulator.environment),
  );
});
afterAll(async () => {
  await Promise.all([...simulators.values()].map((simulator) => simulator.close()));
});

describe('the documents of known clients', () => {
  it('each have variables and a number of upstream calls', () => {
    const documents = readdirSync(FOLDER)
      .filter((name) => name.endsWith('.graphql'))
      .map((name) => name.replace('.graphql', ''));
    expect(EXAMPLES.map(({ operation }) => operation).toSorted()).toEqual(documents.toSorted());
  });

  it.each(EXAMPLES)(
    'are answered without errors, within their calls: $operation',
    async ({ operation, variables, calls }) => {
      const gateway = await startTestGateway({ environment });
      try {
        for (const simulator of simulators.values()) simulator.calls.clear();
        const { data, errors } = await gateway.query(read(`${operation}.graphql`), variables);
        expect(errors).toEqual([]);
        expect(problemsIn(data)).toEqual([]);
        for (const [name, simulator] of simulators) {
          const made = simulator.calls.all.map((call) => call.operation);
          const allowed = calls[name] ?? 0;
          expect(made.length, `${name} was called for ${made.join(', ')}`).toBeLessThanOrEqual(
            allowed,
          );
        }
      } finally {
        await gateway.close();
      }
    },
  );
});

function read(name: string): string {
  return readFileSync(new URL(name, FOLDER), 'utf8');
}

/** Failures of backends and errors of writes, wherever they stand in an answer; its root fields that are null. */
function problemsIn(data: Readonly<Record<string, unknown>>): unknown[] {
  const absent = Object.keys(data).filter((field) => data[field] === null);
  const problems: unknown[] = [...absent];
  JSON.stringify(data, (key, value: unknown) => {
    if (['failures', 'userErrors'].includes(key) && Array.isArray(value)) problems.push(...value);
    return value;
  });
  return problems;
}
