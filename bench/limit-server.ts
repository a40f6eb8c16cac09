/**
 * The limit: a bare node:http server that makes the same upstream calls through a pool of connections and answers with
 * JSON.stringify, with no GraphQL, no checks and no errors. Nothing that does the work can be much cheaper.
 */
import http from 'node:http';
import { Pool } from 'undici';

const upstream = new URL(process.env['CPQ_BASE_URL'] ?? '');
const authorization = `Basic ${Buffer.from(`${process.env['CPQ_USERNAME']}:${process.env['CPQ_PASSWORD']}`).toString('base64')}`;
const partyNumber = process.env['BENCH_PARTY_NUMBER'] ?? '';
const pool = new Pool(upstream.origin, { connections: 64 });

type Row = Readonly<Record<string, unknown>> & { readonly items?: readonly Row[] };

async function get(path: string): Promise<Row> {
  const { body } = await pool.request({
    path: `${upstream.pathname}/v19${path}`,
    method: 'GET',
    headers: { authorization, accept: 'application/json' },
  });
  return JSON.parse(await body.text()) as Row;
}

function pick(row: Row, names: readonly string[]): Row {
  return Object.fromEntries(names.map((name) => [name, row[name]]));
}

const NARROW = ['login', 'company', 'groups', 'currency', 'language'];
const WIDE = [
  'login',
  'email',
  'firstName',
  'lastName',
  'jobTitle',
  'phone',
  'status',
  'type',
  'timeZone',
  'dateAdded',
  'dateModified',
  'lastLogin',
  'partyNumber',
  'fax',
  'units',
  'numberFormat',
  'dateFormat',
  'enabledForSso',
  'isNotifyEmail',
  'isNotifyFax',
];
const page = (limit: number) => `/users?limit=${limit}&offset=0&totalResults=true&orderby=login`;

let cached: readonly Row[] | null = null;

async function joined(): Promise<readonly Row[]> {
  const [users, grants] = await Promise.all([get(page(100)), get(`${page(100)}&expand=groups`)]);
  const groups = new Map((grants.items ?? []).map((row) => [row['login'], row['groups']]));
  return (users.items ?? []).map((row) =>
    pick({ ...row, groups: groups.get(row['login']) }, NARROW),
  );
}

const answers: Readonly<Record<string, () => Promise<unknown>>> = {
  '/one': async () => pick(await get(`/users/${partyNumber}`), ['login', 'firstName', 'status']),
  '/joined': joined,
  '/joined-cached': async () => (cached ??= await joined()),
  '/nothing': async () => ({ __typename: 'Query' }),
  '/wide': async () => ((await get(page(200))).items ?? []).map((row) => pick(row, WIDE)),
};

const server = http.createServer((incoming, outgoing) => {
  incoming.resume();
  incoming.on('end', () => {
    void (async () => {
      const text = JSON.stringify({ data: await answers[incoming.url ?? '']?.() });
      outgoing.writeHead(200, {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(text),
      });
      outgoing.end(text);
    })();
  });
});

server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address !== null && typeof address === 'object')
    console.log(`listening http://127.0.0.1:${address.port}`);
});
process.once('SIGTERM', () => process.exit(0));
