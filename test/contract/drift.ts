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

  describe('drift', () => {
    it('is told of properties that the contract does not name, without their names and values, and of nothing else', () =>
      using(async (session) => {
        const tap = await startTap(session.simulator.url, session.environment);
        try {
          const known = await know(session.connect(), dialect);
          const readEverything = async () => {
            session.samples.length = 0;
            const backend = session.connect({ environment: tap.environment });
            for (const read of readsOf(backend, known)) await read.run(backend, contextOf());
            return session.samples.flatMap(({ differences }) => differences);
          };
          expect(await readEverything()).toEqual([]);
          expect(session.samples.length).toBeGreaterThan(0);

          tap.alter = (answer) => ({ ...answer, body: withMore(answer.body) });
          const found = await readEverything();
          expect(new Set(found.map(({ kind }) => kind))).toEqual(new Set(['UNKNOWN']));
          expect(JSON.stringify(session.samples)).not.toContain(CANARY);
        } finally {
          await tap.close();
        }
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
