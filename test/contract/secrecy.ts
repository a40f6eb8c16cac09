import type { IncomingHttpHeaders } from 'node:http';
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { mapAtMost } from '../../src/http/at-most.ts';
import type { Contract } from './contract-suite.ts';
import { know, readsOf, type Read } from './reads.ts';
import { contextOf, withSession, type Session } from './session.ts';
import { startTap, type TappedAnswer } from './tap.ts';

const CANARY_WORD = 'c4n4ry';
const CANARY = `${CANARY_WORD} of the upstream’s answer`;

/** Alterations tried at once. */
const AT_ONCE = 4;

type Alteration = (answer: TappedAnswer) => TappedAnswer;

/** Errors that nobody may repeat. */
const ERRORS: readonly Alteration[] = [302, 400, 401, 403, 404, 409, 429, 500, 503].flatMap(
  (status): Alteration[] => [
    () => ({
      status,
      headers: { 'content-type': 'text/plain', location: `/${CANARY_WORD}` },
      body: CANARY,
    }),
    () => ({
      status,
      headers: { 'retry-after': CANARY_WORD, 'www-authenticate': CANARY_WORD },
      body: JSON.stringify(ERROR),
    }),
  ],
);

/** Good answers but for what is in them. */
const SPOILT: readonly Alteration[] = [
  ({ body }) => ({ status: 200, headers: {}, body: spoilt(body) }),
  () => ({ status: 200, headers: {}, body: JSON.stringify(ERROR) }),
  () => ({ status: 200, headers: {}, body: JSON.stringify(CANARY) }),
  ({ body }) => ({ status: 200, headers: {}, body: `<html>${CANARY}${body}` }),
  ({ body }) => ({ status: 200, headers: {}, body: `${body.slice(0, -1)}${CANARY}` }),
];

const ERROR = Object.fromEntries(
  [
    'Code',
    'code',
    'Message',
    'message',
    'title',
    'detail',
    'error',
    'RequestId',
    'type',
    'status',
  ].map((name) => [name, CANARY]),
);

export function describeSecrecy({ definition, dialect }: Contract): void {
  /** Everything that reads leave behind where each of their answers is altered, as text, and the credentials sent. */
  async function tracesOf(session: Session, reads: readonly Read[], answer: Alteration) {
    const tap = await startTap(session.simulator.url, session.environment);
    try {
      const backend = session.connect({ environment: tap.environment });
      await reads[0]!.run(backend, contextOf());
      tap.alter = answer;
      const outcomes = await Promise.allSettled(
        reads.map((read) => read.run(backend, contextOf({ fresh: true }))),
      );
      const reasons = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
      return {
        traces: reasons.map(
          (reason) => inspect(reason, { depth: 9, showHidden: true }) + JSON.stringify(reason),
        ),
        credentials: tap.requests.flatMap(credentialsOf),
      };
    } finally {
      await tap.close();
    }
  }

  describe('what a failed read leaves behind', () => {
    it('holds nothing of the answer, and nothing of the credential', () =>
      withSession(definition, dialect, async (session) => {
        const backend = session.connect();
        const reads = readsOf(backend, await know(backend, dialect));
        const left = await mapAtMost(AT_ONCE, [...ERRORS, ...SPOILT], (alter) =>
          // How an error is judged does not depend on the read, how an answer is parsed does.
          tracesOf(session, ERRORS.includes(alter) ? reads.slice(0, 3) : reads, alter),
        );
        const traces = [
          ...left.flatMap((one) => one.traces),
          JSON.stringify([session.events, session.samples]),
        ];
        expect(traces.length).toBeGreaterThan(ERRORS.length + SPOILT.length);
        const secrets = definition.variables
          .filter(({ secret }) => secret)
          .flatMap(({ name }) => session.environment[name] ?? [])
          .concat(left.flatMap(({ credentials }) => credentials));
        expect(secrets.length).toBeGreaterThan(1);
        for (const trace of traces) {
          expect(trace).not.toContain(CANARY_WORD);
          for (const secret of new Set(secrets)) expect(trace.includes(secret), trace).toBe(false);
        }
      }));
  });
}

/** What proves the gateway's identity in the headers of a request, in every spelling. */
function credentialsOf(headers: IncomingHttpHeaders): readonly string[] {
  const [, scheme = '', credential = ''] = /^(\S+) (.*)$/.exec(headers.authorization ?? '') ?? [];
  if (credential === '') return [];
  if (scheme.toLowerCase() !== 'basic') return [credential];
  const pair = Buffer.from(credential, 'base64').toString('utf8');
  return [credential, pair, pair.slice(pair.indexOf(':') + 1)];
}

/** The answer in its own shape with a canary for every text in it. */
function spoilt(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), (_key, value: unknown) =>
      typeof value === 'string' ? CANARY : value,
    );
  } catch {
    return JSON.stringify(CANARY);
  }
}
