import {
  serveSimulator,
  type SimulatorAnswer,
  type SimulatorRequest,
} from '../../../src/simulation/server.ts';
import type { RunningSimulator, SimulatorOptions } from '../../../src/simulation/simulator.ts';

const KEY = 'a-key-that-opens-the-lighthouse';
const NAMES = ['Ada', 'Bo', 'Cy', 'Dot', 'Eli', 'Fay', 'Gus'];
const LAMPS = ['main', 'spare'];

interface Keeper {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly lamp: string;
  readonly onDuty: boolean;
}

const KEEPERS: readonly Keeper[] = Array.from({ length: 37 }, (_, index) => ({
  id: `k${String(index).padStart(3, '0')}`,
  login: index === 5 ? 'ærø +%/@é' : `${NAMES[index % NAMES.length] ?? ''}.${index}`,
  name: `${NAMES[index % NAMES.length] ?? ''} Keeper`,
  lamp: LAMPS[index % LAMPS.length] ?? '',
  onDuty: index % 4 !== 0,
}));

/** `GET /keepers` with `after` and `limit`, `ids` (JSON) or `login`; a bearer key. */
export async function startLighthouseSimulator({
  port,
}: SimulatorOptions = {}): Promise<RunningSimulator> {
  const server = await serveSimulator(
    {
      identify: ({ query }) => ({ operation: operationOf(query), write: false }),
      handle: answer,
      errorAnswer: (status) => ({ status, body: { problem: `number ${status}` } }),
      throttleAnswer: () => ({ status: 429, body: { problem: 'slow down' } }),
    },
    port,
  );
  return {
    ...server,
    outbox: [],
    environment: { LIGHTHOUSE_URL: server.url, LIGHTHOUSE_KEY: KEY },
  };
}

function operationOf(query: URLSearchParams): string {
  return query.has('ids') || query.has('login') ? 'FindKeepers' : 'ListKeepers';
}

function answer({ path, query, headers }: SimulatorRequest): SimulatorAnswer {
  if (headers['authorization'] !== `Bearer ${KEY}`)
    return { status: 401, body: { problem: 'key' } };
  if (path !== '/keepers') return { status: 404, body: { problem: 'path' } };
  const [ids, login] = [query.get('ids'), query.get('login')];
  if (ids !== null) {
    const wanted = new Set(JSON.parse(ids) as readonly string[]);
    return {
      status: 200,
      body: { keepers: KEEPERS.filter(({ id }) => wanted.has(id)), more: false },
    };
  }
  const after = query.get('after') ?? '';
  const matching = login === null ? KEEPERS : KEEPERS.filter((keeper) => keeper.login === login);
  const ahead = matching.filter(({ id }) => id > after);
  const keepers = ahead.slice(0, Number(query.get('limit') ?? 10));
  return { status: 200, body: { keepers, more: keepers.length < ahead.length } };
}
