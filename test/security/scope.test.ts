import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toGlobalId } from '../../src/domain/global-id.ts';
import { createGatewaySchema } from '../../src/graphql/schema.ts';
import { startTestGateway, type TestGateway } from '../support/gateway.ts';
import { startTokenIssuer, type TokenIssuer } from '../support/token-issuer.ts';
import {
  everythingReachable,
  schemaPaths,
  type Kind,
  type SchemaPath,
  type Subject,
} from './schema-paths.ts';

const SCHEMA = createGatewaySchema();
const PATHS = schemaPaths(SCHEMA);

const BACKENDS = ['cpq', 'cloud-administration', 'cloud-sso'];

/** Nothing but the scope may stand between a caller and an object here. */
const NO_LIMITS = {
  MAX_QUERY_DEPTH: '100',
  MAX_QUERY_TOKENS: '1000000',
  MAX_QUERY_ALIASES: '10000',
  MAX_QUERY_COST: '1000000000',
  MAX_UPSTREAM_CALLS_PER_OPERATION: '1000000',
  RESETS_PER_CALLER_PER_MINUTE: '0',
  RESETS_PER_TARGET_PER_HOUR: '0',
  RESETS_PER_BACKEND_PER_MINUTE: '0',
  UPSTREAM_TIMEOUT_MS: '60000',
  REQUEST_DEADLINE_MS: '60000',
};

interface Administrator {
  readonly of: string;
  readonly companies: readonly string[];
  readonly backend: string;
  /** `null`: all of the backend's. */
  readonly company: string | null;
  readonly secondCompany?: string;
  readonly cpqVersion: number;
  /** How many objects deep everything is read; CloudSSO's quota makes each step slow, and it has no companies. 0: there are no lists. */
  readonly depth: number;
}

const KINDS = ['User', 'Company', 'Role'] as const;

const ADMINISTRATORS: readonly Administrator[] = [
  {
    of: 'a company of CPQ 19',
    companies: ['cpq/nordhaug'],
    backend: 'cpq',
    company: 'nordhaug',
    cpqVersion: 19,
    depth: 3,
  },
  {
    // Lists cannot be narrowed to two: they are read whole.
    of: 'two companies of CPQ 17',
    companies: ['cpq/nordhaug', 'cpq/cartesienne'],
    backend: 'cpq',
    company: 'nordhaug',
    secondCompany: 'cartesienne',
    cpqVersion: 17,
    depth: 3,
  },
  {
    // Without lists of users, companies or groups.
    of: 'a company of CPQ 7',
    companies: ['cpq/nordhaug'],
    backend: 'cpq',
    company: 'nordhaug',
    cpqVersion: 7,
    depth: 0,
  },
  {
    of: 'a company of Cloud Administration',
    companies: ['cloud-administration/27'],
    backend: 'cloud-administration',
    company: '27',
    cpqVersion: 19,
    depth: 3,
  },
  {
    of: 'CloudSSO alone',
    companies: ['cloud-sso/*'],
    backend: 'cloud-sso',
    company: null,
    cpqVersion: 19,
    depth: 2,
  },
];

describe('the generated paths', () => {
  it('take every field that a user, company or role can be named in', () => {
    const fields = new Set(PATHS.map(({ name }) => name.replace(/\(.*/, '')));
    const mutations = Object.keys(SCHEMA.getMutationType()?.getFields() ?? {});
    expect(mutations.length).toBeGreaterThanOrEqual(9);
    for (const name of mutations) expect(fields).toContain(`Mutation.${name}`);
    for (const name of ['node', 'nodes', 'user', 'userByLogin', 'users', 'company', 'role']) {
      expect(fields).toContain(`Query.${name}`);
    }
    expect(fields).toContain('Query.company > Company.users');
    expect(fields).toContain('Query.planPasswordReset');
  });
});

describe.each(ADMINISTRATORS)('an administrator of $of', (administrator) => {
  let issuer: TokenIssuer;
  let gateway: TestGateway;
  let world: World;
  let folder: string;
  let headers: Readonly<Record<string, string>>;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'scope-'));
    issuer = await startTokenIssuer();
    gateway = await startTestGateway({
      environment: { ...issuer.environment, ...NO_LIMITS, AUDIT_FILE: join(folder, 'audit') },
      switches: {
        cpq: { users: 26, version: administrator.cpqVersion },
        'cloud-administration': { userCount: 40 },
        'cloud-sso': { userCount: 8, throttle: false },
      },
    });
    world = await discover(
      gateway,
      await issuer.headers({ claims: { permissions: ALL } }),
      administrator.depth === 0 ? UNLISTED : [],
    );
    headers = await issuer.headers({
      claims: { permissions: ALL, companies: administrator.companies },
    });
  });

  afterAll(async () => {
    await gateway.close();
    await issuer.close();
    await rm(folder, { recursive: true });
  });

  const ask = async (path: SchemaPath, probe: Subject): Promise<string> => {
    const variables = path.variables(probe, ownSubjects()[0]!);
    const answer = await gateway.query(path.document, variables, headers);
    const { status, data, errors } = answer;
    return comparable({ status, data, errors }, probe);
  };

  const ownSubjects = (): readonly Subject[] =>
    world.users.filter(isOwnUser).map(({ subject }) => subject);

  const isOwnUser = ({ backend, company }: Known): boolean =>
    isOwn(administrator, backend, company);

  const foreignSubjects = (kind: Kind): readonly Named[] => {
    const { users, companies, roles } = world;
    return { User: users, Company: companies, Role: roles }[kind]
      .filter((known) => !isOwn(administrator, known.backend, known.company))
      .filter((known) => kind !== 'Role' || !isSharedRole(administrator, known))
      .map(({ subject }) => subject);
  };

  /** All of its own backend that it must not see, some of the others, and forged names of some. */
  const probesOf = (kind: Kind): readonly Named[] => {
    const byBackend = Map.groupBy(foreignSubjects(kind), ({ backend }) => backend);
    const probes = [...byBackend].flatMap(([backend, subjects]) =>
      backend === administrator.backend ? subjects : subjects.slice(0, 2),
    );
    const forged = kind === 'User' ? probes.slice(0, 6) : [];
    return [...probes, ...forged.flatMap((probe) => otherSpellings(probe, administrator))];
  };

  it('cannot tell an object of others from one that does not exist, on any path of the schema, and changes nothing', async () => {
    for (const name of BACKENDS) gateway.simulator(name).calls.clear();
    let compared = 0;
    for (const path of PATHS) {
      const kinds: readonly Kind[] = path.isKey ? ['User', 'Company'] : [path.kind];
      const probes = kinds.flatMap(probesOf);
      const absentAnswers = new Map<string, string>();
      for (const probe of probes) {
        const absent = toAbsent(probe, administrator);
        const shape = `${absent.backend} ${String(absent.company === probe.company)}`;
        const expected = absentAnswers.get(shape) ?? (await ask(path, absent));
        absentAnswers.set(shape, expected);
        expect(await ask(path, probe), `${path.name} for ${JSON.stringify(probe)}`).toBe(expected);
      }
      compared += probes.length;
    }
    expect(compared).toBeGreaterThan(150);
    for (const name of BACKENDS) expect(gateway.simulator(name).calls.writes, name).toEqual([]);
  }, 60_000);

  if (administrator.depth > 0) {
    it('finds nothing of others in anything that can be read', async () => {
      const own = new Set(
        world.users.flatMap((user) =>
          isOwnUser(user) ? namesOf('User', user.subject, administrator) : [],
        ),
      );
      const foreign = new Set(
        KINDS.flatMap((kind) =>
          foreignSubjects(kind).flatMap((subject) => namesOf(kind, subject, administrator)),
        ),
      ).difference(own);
      expect(foreign.size).toBeGreaterThan(50);
      let texts = 0;
      for (const document of everythingReachable(SCHEMA, administrator.depth)) {
        const { data, errors } = await gateway.query(document, {}, headers);
        expect(errors, document.slice(0, 40)).toEqual([]);
        for (const [at, text] of textsOf(data)) {
          texts += 1;
          expect(foreign.has(text), `${at} is ${text}`).toBe(false);
        }
      }
      expect(texts).toBeGreaterThan(1000);
    }, 120_000);
  }

  it('puts new users into a company of its own, and must say which', async () => {
    if (administrator.company === null) return;
    const document = /* GraphQL */ `
      mutation ($backend: String!) {
        createUser(
          input: { backend: $backend, login: "new.clerk", attributes: { firstName: "Ada" } }
        ) {
          status
          userErrors {
            code
          }
        }
      }
    `;
    const { data } = await gateway.query(document, { backend: administrator.backend }, headers);
    expect(data.createUser).toEqual({ status: 'REFUSED', userErrors: [{ code: 'FORBIDDEN' }] });
  });

  it('is told more of the own objects than of absent ones on every path, so the comparison means something', async () => {
    const own = ownSubjects();
    const blind: string[] = [];
    for (const [index, path] of PATHS.entries()) {
      const probe = own[index % own.length]!;
      const absent = toAbsent(probe, administrator, false);
      if ((await ask(path, probe)) === (await ask(path, absent))) blind.push(path.name);
    }
    expect(blind).toEqual(
      PATHS.filter((path) => saysNothing(path, administrator)).map(({ name }) => name),
    );
  }, 60_000);
});

/** Paths on which a backend has nothing to tell, of whomever. */
function saysNothing(
  { name, kind, isKey }: SchemaPath,
  { backend, cpqVersion }: Administrator,
): boolean {
  if (backend === 'cpq') {
    const isListed = /^Query\.(company|nodes?)\b/.test(name) && kind === 'Company';
    if (cpqVersion < 16 && (isListed || kind === 'Role')) return true;
    // Before version 18 a login means nothing without its company.
    return cpqVersion < 18 && isKey && kind === 'User';
  }
  if (backend !== 'cloud-sso') return false;
  // It has no companies and replaces no users.
  const isOfCompany = name.includes('Company.') || (kind === 'Company' && !isKey);
  return isOfCompany || name.startsWith('Mutation.replaceUser(input.user.key');
}

/** What tells of one object alone; of another backend's, whose people may have the same names, its id. */
function namesOf(
  kind: Kind,
  { backend, ids, login, company, names }: Named,
  administrator: Administrator,
): readonly string[] {
  if (kind === 'Role' || backend !== administrator.backend) return [ids[kind]];
  return [ids[kind], kind === 'User' ? login : company, ...names];
}

const ALL = ['USERS_READ', 'USERS_WRITE', 'PASSWORDS_RESET', 'PASSWORDS_SET', 'SCHEMA_READ'];

/** An object as an administrator of everything sees it. */
interface Known {
  readonly backend: string;
  /** Native id; `null`: of no company. */
  readonly company: string | null;
  readonly subject: Named;
}

interface Named extends Subject {
  /** What people know it by. */
  readonly names: readonly string[];
}

interface World {
  readonly users: readonly Known[];
  readonly companies: readonly Known[];
  readonly roles: readonly Known[];
}

/** A role that no company owns belongs to everyone who sees its backend. */
function isSharedRole(administrator: Administrator, { backend, company }: Known): boolean {
  return company === null && backend === administrator.backend;
}

function isOwn(
  { backend, company, secondCompany }: Administrator,
  ofBackend: string,
  ofCompany: string | null,
): boolean {
  if (ofBackend !== backend) return false;
  return company === null || (ofCompany !== null && [company, secondCompany].includes(ofCompany));
}

const WORLD = /* GraphQL */ `
  query World($users: String, $companies: String, $roles: String) {
    users(first: 200, after: $users) {
      nodes {
        id
        nativeId
        login
        displayName
        emails
        backend {
          name
        }
        company {
          id
          nativeId
        }
        roles {
          id
        }
      }
      failures {
        code
      }
      pageInfo {
        hasNextPage
      }
    }
    companies(first: 200, after: $companies) {
      nodes {
        id
        nativeId
        name
        displayName
        backend {
          name
        }
      }
    }
    roles(first: 200, after: $roles) {
      nodes {
        id
        nativeId
        backend {
          name
        }
      }
    }
  }
`;

interface Answered {
  readonly id: string;
  readonly nativeId: string;
  readonly backend: { readonly name: string };
}

interface AnsweredUser extends Answered {
  readonly login: string;
  readonly displayName: string;
  readonly emails: readonly string[];
  readonly company: Pick<Answered, 'id' | 'nativeId'> | null;
  readonly roles: readonly { readonly id: string }[];
}

interface AnsweredCompany extends Answered {
  readonly name: string;
  readonly displayName: string;
}

interface AnsweredWorld {
  readonly users: { readonly nodes: readonly AnsweredUser[] };
  readonly companies: { readonly nodes: readonly AnsweredCompany[] };
  readonly roles: { readonly nodes: readonly Answered[] };
}

/** Accounts of CPQ where it cannot list any. */
const UNLISTED = [
  { login: 'amara.osei', company: '_host' },
  { login: 'mary ann', company: '_host' },
  { login: 'a+b@x.test', company: 'nordhaug' },
  { login: 'søren/brøgger', company: 'nordhaug' },
];

const UNLISTED_USER = /* GraphQL */ `
  query ($login: String!, $company: String!) {
    userByLogin(backend: "cpq", login: $login, company: $company) {
      id
      nativeId
      login
      displayName
      emails
      backend {
        name
      }
    }
  }
`;

async function discover(
  gateway: TestGateway,
  headers: Readonly<Record<string, string>>,
  unlisted: typeof UNLISTED,
): Promise<World> {
  const { data, errors } = await gateway.query(WORLD, {}, headers);
  expect(errors).toEqual([]);
  expect(data.users).toMatchObject({ pageInfo: { hasNextPage: false } });
  expect(data.users.failures).toHaveLength(unlisted.length === 0 ? 0 : 1);
  const answered = data as AnsweredWorld;
  const byLogin = await Promise.all(
    unlisted.map(async (account): Promise<AnsweredUser> => {
      const answer = await gateway.query(UNLISTED_USER, account, headers);
      const ref = { backend: 'cpq', nativeId: account.company };
      const company = { id: toGlobalId('Company', ref), nativeId: account.company };
      const role = toGlobalId('Role', { ...ref, nativeId: `${account.company}/any` });
      return { ...answer.data.userByLogin, company, roles: [{ id: role }] };
    }),
  );
  const roleOf = (backend: string, company: string | null): string => {
    const roles = answered.roles.nodes.filter((role) => role.backend.name === backend);
    return (roles.find((role) => company !== null && ownerOf(role) === company) ?? roles[0])!.id;
  };
  const users = [...answered.users.nodes, ...byLogin].map((user): Known => {
    const backend = user.backend.name;
    const company = user.company?.nativeId ?? null;
    const ids = {
      User: user.id,
      Company: user.company?.id ?? toGlobalId('Company', { backend, nativeId: 'none' }),
      Role: user.roles[0]?.id ?? roleOf(backend, company),
    };
    const names = [user.displayName, ...user.emails];
    const subject = { backend, ids, login: user.login, company: company ?? 'none', names };
    return { backend, company, subject };
  });
  const memberOf = (backend: string, company: string | null): Named =>
    (users.find((user) => user.backend === backend && user.company === company) ?? users[0]!)
      .subject;
  const unlistedCompanies = users
    .filter(({ backend }) => backend === 'cpq' && unlisted.length > 0)
    .map(({ backend, company, subject }) => ({
      backend,
      company,
      subject: { ...subject, names: [] },
    }));
  const companies = answered.companies.nodes.map((node): Known => {
    const { id, nativeId: company, name, displayName } = node;
    const backend = node.backend.name;
    const member = memberOf(backend, company);
    const ids = { ...member.ids, Company: id };
    const subject = { ...member, backend, company, ids, names: [name, displayName] };
    return { backend, company, subject };
  });
  const roles = answered.roles.nodes.map((role): Known => {
    const backend = role.backend.name;
    const company = ownerOf(role);
    const member = memberOf(backend, company);
    const ids = { ...member.ids, Role: role.id };
    return { backend, company, subject: { ...member, backend, ids, names: [] } };
  });
  return { users, companies: [...companies, ...unlistedCompanies], roles };
}

/** Groups of CPQ belong to a company, which their native id begins with. */
function ownerOf({ nativeId, backend }: Answered): string | null {
  return backend.name === 'cpq' ? nativeId.split('/')[0]! : null;
}

/** Other ways to write a user's id, and the user's login below the caller's own company. */
function otherSpellings(subject: Named, { backend, company }: Administrator): readonly Named[] {
  if (subject.backend !== 'cpq') return [];
  const login = encodeURIComponent(subject.login);
  const owners = [subject.company, '', ...(backend === 'cpq' && company !== null ? [company] : [])];
  const spelt = owners.map((owner) => ({
    ...subject,
    ids: {
      ...subject.ids,
      User: toGlobalId('User', { backend: 'cpq', nativeId: `${owner}/${login}` }),
    },
  }));
  return backend === 'cpq' && company !== null ? [...spelt, { ...subject, company }] : spelt;
}

/** The same names with letters and digits changed, so that nothing bears them; the caller's own company stays. */
function toAbsent(
  probe: Subject,
  { company }: Administrator,
  keepsCompany = probe.company === company,
): Subject {
  const other = (text: string): string => `${text}zq9`;
  const idWith = (kind: Kind): string => {
    const native = Buffer.from(probe.ids[kind], 'base64url')
      .toString('utf8')
      .split(':')
      .slice(3)
      .join(':');
    const [owner, ...rest] = native.split('/');
    const absent =
      rest.length === 0 || owner === '' || owner === company
        ? other(native)
        : `${other(owner!)}/${other(rest.join('/'))}`;
    return toGlobalId(kind, { backend: probe.backend, nativeId: absent });
  };
  return {
    backend: probe.backend,
    ids: { User: idWith('User'), Company: idWith('Company'), Role: idWith('Role') },
    login: other(probe.login),
    company: keepsCompany ? probe.company : other(probe.company),
  };
}

const CURSORS = new Set(['startCursor', 'endCursor', 'cursor']);

/** An answer as text, without what only repeats the question: the names asked about, and the list that a cursor is of. */
function comparable(answer: object, { ids, login, company }: Subject): string {
  const echoed = new Set([...Object.values(ids), login, company]);
  return JSON.stringify(answer, (key, value: unknown) => {
    if (key === 'requestId') return undefined;
    if (typeof value !== 'string') return value;
    if (CURSORS.has(key))
      return {
        ...(JSON.parse(Buffer.from(value, 'base64url').toString('utf8')) as object),
        list: '',
      };
    return echoed.has(value) ? '(as asked)' : value;
  });
}

/** Texts about other people that a record holds by itself. */
const FREE_TEXT = new Set(['createdBy', 'updatedBy', 'manager', 'approvalDelegate']);

function* textsOf(value: unknown, at = ''): Generator<readonly [at: string, text: string]> {
  if (typeof value === 'string') yield [at, value];
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (!FREE_TEXT.has(key.replace(/^.*_/, ''))) yield* textsOf(inner, `${at}.${key}`);
  }
}
