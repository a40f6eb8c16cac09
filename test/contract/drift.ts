import { describe, expect, it } from 'vitest';
import type { Contract } from './contract-suite.ts';
import { know, readsOf } from './reads.ts';
import { contextOf, withSession, type Session } from './session.ts';
import { startTap } from './tap.ts';

const CANARY = 'c4n4ry';

/** Rules about what is told of answers that are not, or not quite, what a contract says. */
export function describeDrift({ definition, dialect }: Contract): void {
  const using = <T>(test: (session: Session) => Promise<T>) =>
    withSession(definition, dialect, test);

  async function readEverything({ connect }: Session, environment = {}): Promise<void> {
    const backend = connect({ environment });
    for (const read of readsOf(backend, await know(backend, dialect))) {
      await read.run(backend, contextOf({ fresh: true }));
    }
  }

  describe('drift', () => {
    it('is not told of answers that are what the contract says, and those are compared', () =>
      using(async (session) => {
        await readEverything(session);
        expect(session.samples.length).toBeGreaterThan(0);
        expect(session.samples.filter(({ differences }) => differences.length > 0)).toEqual([]);
      }));

    it('is told of properties that the contract does not name, without their names and values, and they are read past', () =>
      using(async (session) => {
        const tap = await startTap(session.simulator.url, session.environment);
        tap.alter = (answer) => ({ ...answer, body: withMore(answer.body) });
        try {
          await readEverything(session, tap.environment);
        } finally {
          await tap.close();
        }
        const found = session.samples.flatMap(({ differences }) => differences);
        expect(new Set(found.map(({ kind }) => kind))).toEqual(new Set(['UNKNOWN']));
        expect(JSON.stringify(session.samples)).not.toContain(CANARY);
      }));
  });
}

/** A JSON text with one more property in each of its objects; any other text as it is. */
function withMore(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), (_key, value: unknown) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? { ...value, [`x${CANARY}`]: CANARY }
        : value,
    );
  } catch {
    return body;
  }
}
