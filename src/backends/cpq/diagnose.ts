import { GatewayError } from '../../domain/errors.ts';
import type { ReadContext } from '../../domain/read-context.ts';
import { watchClock } from '../../http/clock-watch.ts';
import { encodePath, encodeQuery } from '../../http/encode.ts';
import { isJsonObject, type JsonObject } from '../../http/json.ts';
import { compareContracts } from '../contract-comparison.ts';
import type { BackendServices } from '../definition.ts';
import {
  check,
  checkClock,
  checkPublished,
  compareAnswers,
  contractChecks,
  diagnosisContext,
  type Diagnosis,
  type DiagnosisCheck,
  type DiagnosisOptions,
} from '../diagnosis.ts';
import { createConnection, type CpqConnection } from './connection.ts';
import { WrongShape } from './contract-decoders.ts';
import { parseCompanyPage, parseUser, parseUserPage } from './contract.ts';
import { createCpqCredential } from './credential.ts';
import { unlessForbidden } from './failure.ts';
import { HOST_COMPANY } from './native-id.ts';
import contract from './openapi.generated.json' with { type: 'json' };
import type { CpqSettings } from './settings.ts';
import { createUpstream, versionedUrl } from './upstream.ts';

/** Asks for one row, the cheapest read that needs the rights of the gateway's account. */
export async function diagnoseCpq(
  settings: CpqSettings,
  services: BackendServices,
  options: DiagnosisOptions,
): Promise<Diagnosis> {
  const credential = createCpqCredential(settings, { ...services, backend: services.name });
  const clock = watchClock(credential, services.now);
  const upstream = createUpstream(settings, clock.credential, services);
  const answers = compareAnswers(contract);
  const connection = createConnection({
    backend: services.name,
    upstream,
    inspect: answers.inspect,
  });
  const checks = [
    await check(() => readOneRow(settings, services, connection)),
    checkClock(clock, null),
  ];
  if (options.contract) {
    checks.push(...answers.checks(), ...(await checkContract(settings, services, connection)));
  }
  return {
    address: versionedUrl(settings).href,
    credential: credential.identity,
    version: String(settings.version),
    checks,
  };
}

async function readOneRow(
  settings: CpqSettings,
  { name, timeoutMs }: BackendServices,
  connection: CpqConnection,
): Promise<string> {
  const { version } = settings;
  const { read } = connection;
  const context = diagnosisContext({ timeoutMs });
  const query = encodeQuery({ limit: 1 });
  if (version >= 18) {
    const page = await read(
      { operation: 'ListUsers', path: '/users', query },
      context,
      parseUserPage,
    );
    const keyless = page.items.some(({ partyNumber }) => partyNumber === undefined);
    if (keyless) throw withoutKey(name);
    return 'Read: GET /users was answered as its contract says.';
  }
  if (version >= 16) {
    await read(
      { operation: 'ListCompanies', path: '/companies', query },
      context,
      parseCompanyPage,
    );
    return 'Read: GET /companies was answered as its contract says.';
  }
  if (await readsItself(settings, connection, context)) {
    return "Read: the gateway's own account was answered as its contract says; versions 5 to 7 have no list.";
  }
  await read({ operation: 'ListMetadataCatalog', path: CATALOG }, context, parseDocument);
  return `Read: GET ${CATALOG} was answered; versions 5 to 7 have no list that could be asked for one row.`;
}

/**
 * Whether the gateway's account is a user of the host company that it can read, which is documented from version 5, as the
 * Interface Catalog is not for every version.
 */
async function readsItself(
  { credential }: CpqSettings,
  { readOrNull }: CpqConnection,
  context: ReadContext,
): Promise<boolean> {
  if (credential.kind !== 'basic') return false;
  const path = encodePath`/companies/${HOST_COMPANY}/users/${credential.username}`;
  const user = readOrNull({ operation: 'GetCompanyUser', path }, context, parseUser);
  return (await unlessForbidden(user, null)) !== null;
}

function withoutKey(backend: string): GatewayError {
  return new GatewayError(
    'BACKEND_CONTRACT_VIOLATION',
    `${backend} lists users without partyNumber.`,
    {
      backend,
      operation: 'ListUsers',
    },
  );
}

const CATALOG = '/metadata-catalog';

/** The services whose documents tell of what the gateway uses, by how the paths of their operations look. */
const SERVICES: readonly (readonly [service: string, path: RegExp])[] = [
  ['users', /\/users/],
  ['groups', /\/groups/],
  ['companies', /^\/companies/],
];

/** The Interface Catalog names services and links to their documents, which are Swagger 2.0. */
async function checkContract(
  { version }: CpqSettings,
  { timeoutMs }: BackendServices,
  { read }: CpqConnection,
): Promise<readonly DiagnosisCheck[]> {
  const context = diagnosisContext({ timeoutMs });
  const describe = (path: string) =>
    read({ operation: 'ReadCatalog', path }, context, parseDocument);
  return checkPublished('the Interface Catalog', async () => {
    const catalog = await describe(CATALOG);
    const checks = SERVICES.map(async ([service]): Promise<readonly DiagnosisCheck[]> => {
      const path = describedAt(catalog, service);
      if (path === null) return [notDescribed(service)];
      const document = await describe(path);
      const publishedPath = (own: string) => (serviceOf(own) === service ? own : null);
      return contractChecks(compareContracts(contract, { document, version, publishedPath }));
    });
    return (await Promise.all(checks)).flat();
  });
}

function notDescribed(service: string): DiagnosisCheck {
  return {
    verdict: 'NOT_CHECKED',
    text: `Contract: the Interface Catalog tells nothing of ${service}.`,
  };
}

function serviceOf(path: string): string | null {
  return SERVICES.find(([, pattern]) => pattern.test(path))?.[0] ?? null;
}

/**
 * Where the catalog says that a service is described, below the version: a link may bear another scheme or host, and the
 * credential goes nowhere else.
 */
function describedAt(catalog: JsonObject, service: string): string | null {
  const items = Array.isArray(catalog['items']) ? catalog['items'] : [];
  const links = items
    .filter(isJsonObject)
    .filter((item) => String(item['name']).toLowerCase() === service)
    .flatMap((item): readonly unknown[] => (Array.isArray(item['links']) ? item['links'] : []))
    .filter(isJsonObject);
  const href = (links.find(({ rel }) => rel === 'describedby') ?? links[0])?.['href'];
  const path =
    typeof href === 'string'
      ? /\/v\d+(\/metadata-catalog(?:\/[\w-]+)+)$/.exec(href)?.[1]
      : undefined;
  return path ?? null;
}

function parseDocument(document: unknown): JsonObject {
  if (!isJsonObject(document)) throw new WrongShape('document');
  return document;
}
