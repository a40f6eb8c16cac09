import type { SimulatorAnswer, SimulatorRequest } from '../../../simulation/server.ts';
import type { Account } from './model.ts';
import { INVALID_INPUT, Refusal } from './refusal.ts';
import type { Match, Target } from './routes.ts';

/** A request that was let in and belongs to an operation. */
export interface Exchange {
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Parsed JSON for operations that take it, else undefined. */
  readonly body: unknown;
  readonly caller: Account;
  /** Absolute address of a path below the mount point that the request came by. */
  address(path: string): string;
}

export type Handler = (exchange: Exchange) => SimulatorAnswer;

/** @throws Refusal 406, 415, or 400 for a body that is not JSON */
export function openExchange(
  request: SimulatorRequest,
  target: Target,
  { route, parameters }: Match,
): Omit<Exchange, 'caller'> {
  if (route.answersWith !== null && !accepts(request.headers['accept'], route.answersWith))
    throw new Refusal(406);
  return {
    parameters,
    query: request.query,
    body: route.takesJson ? parseBody(request) : undefined,
    address: (path) => `http://${request.headers['host'] ?? '127.0.0.1'}${target.mount}/${path}`,
  };
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Text with something in it; null for everything else. */
export function textOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

/**
 * The records of a request's list.
 *
 * @throws Refusal 400 unless it is a list of at least one object, each with a `loginId`
 */
export function parseRecords(
  body: unknown,
): readonly (Readonly<Record<string, unknown>> & { readonly loginId: string })[] {
  if (!Array.isArray(body) || body.length === 0) throw new Refusal(400, INVALID_INPUT);
  return body.map((record: unknown) => {
    const loginId = isRecord(record) ? textOf(record['loginId']) : null;
    if (!isRecord(record) || loginId === null) throw new Refusal(400, INVALID_INPUT);
    return { ...record, loginId };
  });
}

function parseBody(request: SimulatorRequest): unknown {
  const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') throw new Refusal(415);
  try {
    return JSON.parse(request.body.toString('utf8'));
  } catch {
    throw new Refusal(400, INVALID_INPUT);
  }
}

/** Quality values are not weighed but for zero: there is one type to choose from. */
function accepts(accept: string | undefined, type: string): boolean {
  if (accept === undefined || accept.trim() === '') return true;
  const family = `${type.split('/')[0] ?? ''}/*`;
  return accept.split(',').some((entry) => {
    const [range = '', ...parameters] = entry.split(';').map((part) => part.trim().toLowerCase());
    const isRefused = parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter));
    return !isRefused && [type, family, '*/*'].includes(range);
  });
}
