import { describe, expect, it } from 'vitest';
import type { BackendFailureCode } from '../../src/domain/errors.ts';
import type { Fault } from '../../src/simulation/simulator.ts';
import type { Contract } from './contract-suite.ts';
import { know, readsOf, toPlain, type Read } from './reads.ts';
import { contextOf, failureOf, once, withSession, type Session } from './session.ts';

interface FaultCase {
  readonly fault: Fault;
  readonly code: BackendFailureCode;
}

const RETRY_AFTER_SECONDS = 30;

const FAULTS: readonly FaultCase[] = [
  { fault: { kind: 'reset-before' }, code: 'BACKEND_UNAVAILABLE' },
  { fault: { kind: 'reset-after' }, code: 'BACKEND_UNAVAILABLE' },
  { fault: { kind: 'status', status: 500 }, code: 'BACKEND_UNAVAILABLE' },
  { fault: { kind: 'status', status: 503 }, code: 'BACKEND_UNAVAILABLE' },
  {
    fault: { kind: 'throttle', retryAfterSeconds: RETRY_AFTER_SECONDS },
    code: 'BACKEND_THROTTLED',
  },
  { fault: { kind: 'status', status: 401 }, code: 'BACKEND_CREDENTIAL_REJECTED' },
  { fault: { kind: 'html' }, code: 'BACKEND_CONTRACT_VIOLATION' },
  { fault: { kind: 'empty' }, code: 'BACKEND_CONTRACT_VIOLATION' },
  { fault: { kind: 'malformed' }, code: 'BACKEND_CONTRACT_VIOLATION' },
  { fault: { kind: 'truncated' }, code: 'BACKEND_CONTRACT_VIOLATION' },
];

export function describeFailing(contract: Contract): void {
  const { definition, dialect } = contract;
  const readsThatCall = once(() =>
    withSession(definition, dialect, async (session) => {
      const backend = session.connect();
      return callingReads(session, readsOf(backend, await know(backend, dialect)));
    }),
  );
  const using = (test: (session: Session, reads: readonly Read[]) => Promise<void>) =>
    withSession(definition, dialect, async (session) => test(session, await readsThatCall()));

  /** Every read on a backend that has its token already, where its time is not short, while the fault holds. */
  async function failing(
    session: Session,
    reads: readonly Read[],
    { timeoutMs, ...fault }: Fault & { readonly timeoutMs?: number },
  ) {
    const backend = session.connect(timeoutMs === undefined ? {} : { timeoutMs });
    if (timeoutMs === undefined) await reads[0]!.run(backend, contextOf());
    session.simulator.faults.add(fault);
    const outcomes = await Promise.all(
      reads.map(async (read) => {
        const outcome = await outcomeOf(read.run(backend, contextOf({ fresh: true })));
        return { name: read.name, outcome };
      }),
    );
    return { outcomes, health: backend.health() };
  }

  describe('failures', () => {
    it.each(FAULTS)('of the kind $fault.kind $fault.status are $code', ({ fault, code }) =>
      using(async (session, reads) => {
        const { outcomes, health } = await failing(session, reads, fault);
        if (!isGarbled(fault)) expect(health.problem).toBe(code);
        for (const { name, outcome } of outcomes) {
          expect(outcome, name).toMatchObject({ code, backend: definition.name });
          if (code === 'BACKEND_THROTTLED') {
            expect(outcome, name).toMatchObject({
              retryAfterMs: RETRY_AFTER_SECONDS * 1000,
              retryable: true,
            });
          }
        }
      }),
    );

    it('that never answer are BACKEND_UNAVAILABLE when the time is up', () =>
      using(async (session, reads) => {
        const startedAt = performance.now();
        const { outcomes } = await failing(session, reads, { kind: 'hang', timeoutMs: 500 });
        for (const { name, outcome } of outcomes) {
          expect(outcome, name).toMatchObject({ code: 'BACKEND_UNAVAILABLE', retryable: true });
        }
        expect(performance.now() - startedAt).toBeLessThan(5000);
      }));

    it('with status 403 blame the gateway’s credential', () =>
      using(async (session, reads) => {
        const { outcomes } = await failing(session, reads, { kind: 'status', status: 403 });
        for (const { name, outcome } of outcomes) {
          const code = dialect.forbidden?.[name] ?? 'BACKEND_CREDENTIAL_REJECTED';
          if (code === 'absent') expect(toPlain(outcome) ?? [], name).toEqual([]);
          else expect(outcome, name).toMatchObject({ code });
        }
      }));

    it.each(FAULTS)(
      'of the kind $fault.kind $fault.status show before there is a token',
      ({ fault, code }) =>
        using(async (session, [read]) => {
          session.simulator.faults.add(fault);
          const failure = await failureOf(read!.run(session.connect(), contextOf()));
          expect(failure.code).toBe(code);
        }),
    );

    it.each<Fault>([{ kind: 'status', status: 503 }, { kind: 'reset-before' }])(
      'of the kind $kind $status that pass go unnoticed',
      async (fault) => {
        const reads = await readsThatCall();
        await Promise.all(
          reads.map((read) =>
            withSession(definition, dialect, async (session) => {
              const healthy = toPlain(await read.run(session.connect(), contextOf()));
              session.simulator.faults.add({ ...fault, times: 1 });
              expect(toPlain(await read.run(session.connect(), contextOf())), read.name).toEqual(
                healthy,
              );
              expect(
                session.events.filter(({ attempt }) => attempt === 2),
                read.name,
              ).toHaveLength(1);
            }),
          ),
        );
      },
    );

    it('of a slow answer are none', () =>
      using(async (session, reads) => {
        session.simulator.faults.add({ kind: 'delay', delayMs: 30 });
        await Promise.all(reads.map((read) => read.run(session.connect(), contextOf())));
      }));

    it('of a wrong credential blame the gateway’s credential', () =>
      using(async (session, reads) => {
        const secrets = definition.variables.filter(
          ({ name, secret }) => secret && session.environment[name],
        );
        expect(secrets.length).toBeGreaterThan(0);
        for (const { name } of secrets) {
          const backend = session.connect({ environment: { [name]: 'not-the-right-one' } });
          for (const read of reads) {
            const { code } = await failureOf(read.run(backend, contextOf()));
            expect(code, `${read.name} with another ${name}`).toBe('BACKEND_CREDENTIAL_REJECTED');
          }
          expect(backend.health()).toMatchObject({
            status: 'DOWN',
            problem: 'BACKEND_CREDENTIAL_REJECTED',
          });
        }
      }));
  });
}

/** Found out while parsing, which the health of the connection does not see. */
function isGarbled({ kind }: Fault): boolean {
  return kind === 'malformed' || kind === 'truncated';
}

/** The reads that cost a call; another is answered from what its argument brought. */
async function callingReads(session: Session, reads: readonly Read[]): Promise<readonly Read[]> {
  const calling: Read[] = [];
  for (const read of reads) {
    const calls = await session.callsOf(() => read.run(session.connect(), contextOf()));
    if (calls > 0) calling.push(read);
  }
  return calling;
}

function outcomeOf(read: Promise<unknown>): Promise<unknown> {
  return read.catch((error: unknown) => error);
}
