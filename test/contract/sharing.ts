import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Backend, ReadContext } from '../../src/domain/backend.ts';
import { GatewayError } from '../../src/domain/errors.ts';
import { readTogether } from '../../src/http/read-each.ts';
import type { Contract } from './contract-suite.ts';
import { know, readsOf, toPlain, type Known, type Read } from './reads.ts';
import { contextOf, failureOf, once, withSession, type Session } from './session.ts';

const TTL_SECONDS = 60;

export function describeSharing(contract: Contract): void {
  const { definition, dialect } = contract;
  const known = once(() =>
    withSession(definition, dialect, (session) => know(session.connect(), dialect)),
  );
  const using = (test: (session: Session, reads: readonly Read[], known: Known) => Promise<void>) =>
    withSession(definition, dialect, async (session) =>
      test(session, readsOf(session.connect(), await known()), await known()),
    );

  describe('reads', () => {
    it('that are equal and under way share their calls', () =>
      using(async (session, reads) => {
        for (const read of reads) {
          const once = await session.callsOf(() => read.run(session.connect(), contextOf()));
          const backend = session.connect();
          const many = await session.callsOf(() =>
            Promise.all(Array.from({ length: 8 }, () => read.run(backend, contextOf()))),
          );
          expect(many, read.name).toBe(once);
        }
      }));

    it('that are kept cost no call, until one must be fresh', () =>
      using(async (session, _reads, known) => {
        const backend = session.connect({ usersTtlSeconds: TTL_SECONDS });
        for (const read of lookUps(backend, known)) {
          const first = await read(backend, contextOf());
          let again: unknown;
          const calls = await session.callsOf(
            async () => (again = await read(backend, contextOf())),
          );
          expect(calls).toBe(0);
          expect(toPlain(again)).toEqual(toPlain(first));
          const fresh = await session.callsOf(() => read(backend, contextOf({ fresh: true })));
          expect(fresh).toBeGreaterThan(0);
        }
      }));

    it('of users are made anew where users are not kept', () =>
      using(async (session, [getUsers]) => {
        const backend = session.connect({ usersTtlSeconds: 0 });
        await getUsers!.run(backend, contextOf());
        const again = await session.callsOf(() => getUsers!.run(backend, contextOf()));
        expect(again).toBeGreaterThan(0);
      }));

    it('that fail are not kept', () =>
      using(async (session, reads) => {
        for (const read of reads) {
          const backend = session.connect({ usersTtlSeconds: TTL_SECONDS });
          const healthy = toPlain(await read.run(session.connect(), contextOf()));
          const calls = await session.callsOf(() => read.run(session.connect(), contextOf()));
          if (calls === 0) continue;
          session.simulator.faults.add({ kind: 'status', status: 500 });
          expect((await failureOf(read.run(backend, contextOf()))).code).toBe(
            'BACKEND_UNAVAILABLE',
          );
          session.simulator.faults.clear();
          expect(toPlain(await read.run(backend, contextOf())), read.name).toEqual(healthy);
        }
      }));

    it('that fail for one key fail for no other that has a call of its own, and are not kept', () =>
      using(async (session, _reads, { users }) => {
        const ids = users.map(({ ref }) => ref.nativeId);
        const before = session.events.length;
        const healthy = toPlain(await session.connect().users.getMany(ids, contextOf()));
        const made = session.events.slice(before);
        const { operation } = made.at(-1)!;
        const own = made.filter((event) => event.operation === operation).length;
        const backend = session.connect({ usersTtlSeconds: TTL_SECONDS });
        session.simulator.faults.add({ kind: 'malformed', operation, times: 1 });
        const answers = await readTogether(ids, backend.users.getMany(ids, contextOf()));
        const failed = ids.filter((id) => answers.get(id) instanceof GatewayError);
        expect(failed.length).toBeGreaterThan(0);
        expect(failed.length).toBeLessThanOrEqual(own === ids.length ? 1 : ids.length);
        expect(answers.size).toBe(ids.length);
        expect(toPlain(await backend.users.getMany(ids, contextOf()))).toEqual(healthy);
      }));

    it('go on when another caller of the same leaves, who is let go at once', () =>
      using(async (session, reads) => {
        const healthy = new Map<Read, unknown>();
        for (const read of reads) {
          const calls = await session.callsOf(async () =>
            healthy.set(read, toPlain(await read.run(session.connect(), contextOf()))),
          );
          if (calls === 0) healthy.delete(read);
        }
        session.simulator.faults.add({ kind: 'delay', delayMs: 150 });
        await Promise.all(
          [...healthy].map(async ([read, answer]) => {
            const backend = session.connect();
            const leaving = new AbortController();
            const left = failureOf(read.run(backend, contextOf({ signal: leaving.signal })));
            const stayed = read.run(backend, contextOf());
            await sleep(20);
            leaving.abort();
            const first = await Promise.race([
              left.then(() => 'left'),
              stayed.then(() => 'stayed'),
            ]);
            expect(first, read.name).toBe('left');
            expect((await left).code, read.name).toBe('BACKEND_UNAVAILABLE');
            expect(toPlain(await stayed), read.name).toEqual(answer);
          }),
        );
      }));

    it('pay for each of their calls, and end where they cannot', () =>
      using(async (session, reads) => {
        for (const read of reads) {
          const backend = session.connect();
          await read.run(backend, contextOf());
          const context = contextOf({ fresh: true });
          const calls = await session.callsOf(() => read.run(backend, context));
          expect(context.budget.spent, read.name).toBe(calls);
          for (const allowed of new Set([0, calls - 1])) {
            if (calls === 0) continue;
            const made = await session.callsOf(async () => {
              const poor = contextOf({ fresh: true, calls: allowed });
              expect(
                (await failureOf(read.run(backend, poor))).code,
                `${read.name} with ${allowed}`,
              ).toBe('BUDGET_EXCEEDED');
            });
            expect(made, read.name).toBeLessThanOrEqual(allowed);
          }
        }
      }));

    it('that join a call of somebody whose budget ends are made all the same', () =>
      using(async (session, [getUsers]) => {
        const backend = session.connect();
        const [poor, rich] = await Promise.allSettled([
          getUsers!.run(backend, contextOf({ calls: 0 })),
          getUsers!.run(backend, contextOf()),
        ]);
        expect(poor.status).toBe('rejected');
        expect(rich.status).toBe('fulfilled');
      }));

    it('are each observed once', () =>
      using(async (session, reads) => {
        const before = session.events.length;
        const backend = session.connect();
        const calls = await session.callsOf(async () => {
          for (const read of reads) await read.run(backend, contextOf());
        });
        const events = session.events.slice(before);
        expect(events).toHaveLength(calls);
        for (const event of events) {
          expect(event).toMatchObject({
            backend: definition.name,
            outcome: 'OK',
            attempt: 1,
            status: 200,
          });
        }
        expect(backend.health()).toMatchObject({ status: 'UP', problem: null });
      }));
  });
}

type LookUp = (backend: Backend, context: ReadContext) => Promise<unknown>;

function lookUps(backend: Backend, { users, companyId, role }: Known): readonly LookUp[] {
  const ids = users.map(({ ref }) => ref.nativeId);
  return [
    (of, context) => of.users.getMany(ids, context),
    ...(backend.companies === undefined || companyId === null
      ? []
      : [async (of: Backend, context: ReadContext) => of.companies?.getMany([companyId], context)]),
    ...(role === null
      ? []
      : [
          async (of: Backend, context: ReadContext) =>
            of.roles?.getMany([role.ref.nativeId], context),
        ]),
  ];
}
