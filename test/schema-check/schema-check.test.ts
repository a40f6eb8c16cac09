import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { backendDefinitions } from '../../src/backends/registry.ts';
import { createGatewaySchema, printGatewaySchema } from '../../src/graphql/schema.ts';
import type { SchemaCheckResult } from '../../src/schema-check/check.ts';
import { toJson, toText } from '../../src/schema-check/report.ts';
import { createProject, withMeaning, type Project } from './project.ts';
import { COMPILE_CACHE } from '../support/program.ts';

let project: Project;
beforeAll(() => {
  project = createProject();
});
afterEach(() => project.restore());
afterAll(() => project.remove());

function errorsOf({ findings }: SchemaCheckResult): string[] {
  return findings.filter(({ level }) => level === 'ERROR').map(({ id }) => id);
}

function find({ findings }: SchemaCheckResult, id: string) {
  const found = findings.find((finding) => finding.id === id);
  if (found === undefined)
    throw new Error(`no finding ${id} among ${findings.map((one) => one.id).join(', ')}`);
  return found;
}

describe('the check of a schema', () => {
  it('finds nothing where nothing changed', async () => {
    const result = await project.check();
    expect(result.findings).toEqual([]);
    expect(result.ok).toBe(true);
    expect(result.compared).toEqual([
      'Schema: compared by graphql-js and GraphQL Inspector; nothing breaking or dangerous.',
      'Meanings: compared (docs/semantics.json).',
    ]);
  });

  it.each([
    ['is no SDL', 'type Foo {', /^schema\/user\.graphql:\d+: Syntax Error/],
    ['names what is not there', 'type Foo { a: Bar!, b: Baz! }', /Unknown type "Bar"/],
    [
      'lacks what its interface asks for',
      'type Foo implements Node { a: ID! }',
      /graphql:\d+: .*Node\.id/,
    ],
  ])('tells where the SDL of the working tree %s', async (_how, sdl, message) => {
    project.replaceIn(
      'schema/user.graphql',
      'type User implements',
      `${sdl}\ntype User implements`,
    );
    for (const base of ['HEAD', null]) {
      const result = await project.check({ base });
      expect(result).toMatchObject({ ok: false, compared: [] });
      expect(result.findings[0]).toMatchObject({
        id: expect.stringMatching(/^SDL_INVALID/),
        message: expect.stringMatching(message),
        advice: expect.stringContaining('Mend the SDL'),
      });
    }
  });

  it('names the documents that use a removed field, and says what to do', async () => {
    const { replaceIn, check } = project;
    replaceIn('schema/user.graphql', '  jobTitle: String\n', '  position: String\n');
    replaceIn('schema/user.graphql', '  lastLoginAt: DateTime\n', '  signedInAt: DateTime\n');
    const result = await check();
    expect(find(result, 'FIELD_REMOVED User.lastLoginAt')).toMatchObject({
      level: 'ERROR',
      files: ['operations/list-users.graphql'],
      message: 'User.lastLoginAt was removed. Used by operations/list-users.graphql.',
      advice: expect.stringContaining('Put it back, marked @deprecated'),
    });
    expect(find(result, 'FIELD_REMOVED User.jobTitle').message).toBe(
      'User.jobTitle was removed. No document in operations/ uses it.',
    );
    expect(find(result, 'OPERATION_INVALID operations/list-users.graphql')).toMatchObject({
      message: expect.stringMatching(
        /^operations\/list-users\.graphql:\d+: Cannot query field "lastLoginAt" on type "User"/,
      ),
      advice: expect.stringContaining('Put back what the document uses.'),
    });
    expect(result.ok).toBe(false);
  });

  it('tells a dangerous change without failing', async () => {
    const { replaceIn, check } = project;
    replaceIn('schema/user.graphql', '  PENDING\n', '  PENDING\n  "On leave."\n  ON_LEAVE\n');
    const result = await check();
    expect(find(result, 'VALUE_ADDED_TO_ENUM UserStatus.ON_LEAVE')).toMatchObject({
      level: 'WARNING',
      advice: expect.stringContaining('default branch'),
      files: expect.arrayContaining(['operations/users-by-filter.graphql']),
    });
    expect(result.ok).toBe(true);
  });

  it('catches a status that means something else now, though the SDL is equal', async () => {
    const { writeDocuments, check } = project;
    const definitions = backendDefinitions.map((definition) =>
      definition.name === 'cpq'
        ? withMeaning(definition, { table: 'user status', row: '0', meaning: 'EXPIRED' })
        : definition,
    );
    expect(errorsOf(await check({ definitions }))).toContain('STALE docs/semantics.json');
    writeDocuments(definitions);
    const result = await check({ definitions });
    expect(result.findings).toEqual([
      expect.objectContaining({
        id: 'MEANING_CHANGED cpq / user status / 0',
        level: 'ERROR',
        message:
          '"cpq / user status / 0" meant "DISABLED" and means "EXPIRED" now, whether or not the SDL is equal.',
        advice: expect.stringContaining('keep the meaning, or announce the new one'),
      }),
    ]);
  });

  it('catches a field that needs another permission now', async () => {
    const { replaceIn, check } = project;
    replaceIn('schema/role.graphql', 'anyOf: [USERS_READ]', 'anyOf: [USERS_WRITE]');
    const result = await check();
    expect(errorsOf(result).filter((id) => id.startsWith('MEANING'))).toHaveLength(1);
    expect(result.ok).toBe(false);
  });

  it('says that meanings were not compared when the base is a file of SDL', async () => {
    const { root, write, replaceIn, check } = project;
    write('base.graphql', printGatewaySchema(createGatewaySchema()));
    const unchanged = await check({ base: `${root}base.graphql` });
    expect(unchanged.findings).toEqual([]);
    expect(unchanged.compared[1]).toContain('Meanings: NOT compared');
    replaceIn('schema/viewer.graphql', 'subject: String!', 'subject: String');
    const changed = await check({ base: `${root}base.graphql` });
    expect(find(changed, 'FIELD_CHANGED_KIND Viewer.subject').files).toEqual([
      'operations/viewer.graphql',
    ]);
  });

  it('checks lint, documents and staleness alone without a base', async () => {
    const { replaceIn, write, check } = project;
    replaceIn('schema/viewer.graphql', 'subject: String!', 'Subject_Name: String!');
    write('docs/semantics.json', '{}\n');
    const result = await check({ base: null });
    expect(result.compared).toEqual([]);
    expect(errorsOf(result)).toEqual([
      expect.stringMatching(/^LINT naming-convention schema\/viewer\.graphql:\d+$/),
      'OPERATION_INVALID operations/viewer.graphql',
      'STALE docs/semantics.json',
    ]);
  });

  it.each([
    ['no description', '  subject: String!\n  extra: String\n', 'require-description'],
    [
      'a deprecation without a reason',
      '  subject: String!\n  "Old."\n  old: Int @deprecated\n',
      'require-deprecation-reason',
    ],
    [
      'a type nobody can reach',
      '  subject: String!\n}\n"Lost."\ntype Lost {\n  "An id."\n  id: ID!\n',
      'no-unreachable-types',
    ],
    [
      'a list that is no connection',
      '  subject: String!\n  "Friends."\n  friends: FriendConnection\n}\n"Friends."\ntype FriendConnection {\n  "An id."\n  id: ID!\n',
      'relay-connection-types',
    ],
  ])('refuses SDL with %s', async (_what, planted, rule) => {
    const { replaceIn, check } = project;
    replaceIn('schema/viewer.graphql', '  subject: String!\n', planted);
    const rules = errorsOf(await check({ base: null }));
    expect(rules).toContainEqual(expect.stringContaining(`LINT ${rule} schema/viewer.graphql`));
  });

  it('refuses a document that is no GraphQL', async () => {
    const { write, check } = project;
    write('operations/broken.graphql', 'query {');
    const result = await check({ base: null });
    expect(find(result, 'OPERATION_INVALID operations/broken.graphql').message).toContain(
      'Syntax Error',
    );
  });

  it.each(['nope', '--upload-pack=x', 'HEAD:schema'])('refuses the base %s', async (base) => {
    await expect(project.check({ base })).rejects.toThrow(
      /is neither a file nor a revision that git knows here/,
    );
  });
});

describe('a waiver', () => {
  beforeEach(() =>
    project.replaceIn('schema/user.graphql', '  jobTitle: String\n', '  position: String\n'),
  );

  const change = 'FIELD_REMOVED User.jobTitle';
  const reason = 'No client ever asked for it.';
  const waive = (...waivers: readonly unknown[]) =>
    project.write('schema-waivers.json', JSON.stringify(waivers));

  it('accepts the change it names, through its last day', async () => {
    waive({ change, reason, expires: '2026-06-01' });
    const result = await project.check({ today: '2026-06-01T23:59:59Z' });
    expect(find(result, change)).toMatchObject({
      level: 'WAIVED',
      advice: 'Waived until 2026-06-01: No client ever asked for it.',
    });
    expect(result.ok).toBe(true);
  });

  it('is an error once it has expired, and accepts nothing any more', async () => {
    waive({ change, reason, expires: '2026-06-01' });
    const result = await project.check({ today: '2026-06-02' });
    expect(errorsOf(result)).toEqual(expect.arrayContaining([change, `WAIVER_EXPIRED ${change}`]));
    const alone = await project.check({ base: null, today: '2026-06-02' });
    expect(errorsOf(alone)).toEqual([`WAIVER_EXPIRED ${change}`]);
  });

  it('of another change accepts nothing, and is said to be needless', async () => {
    waive({ change: 'FIELD_REMOVED User.email', reason, expires: '2026-12-31' });
    const result = await project.check();
    expect(errorsOf(result)).toEqual([change]);
    expect(find(result, 'WAIVER_UNUSED FIELD_REMOVED User.email').level).toBe('WARNING');
  });

  it.each([
    ['without a reason', { change, reason: ' ', expires: '2026-12-31' }],
    ['without an end', { change, reason }],
    ['with an end that is no day', { change, reason, expires: '2026-13-31' }],
    ['with an end that is no day of its month', { change, reason, expires: '2026-06-31' }],
  ])('%s is refused', async (_how, waiver) => {
    waive(waiver);
    const result = await project.check({ base: null });
    expect(find(result, 'WAIVERS_UNREADABLE').advice).toContain('"expires": "<YYYY-MM-DD>"');
  });

  it('does not make an invalid document valid', async () => {
    const { replaceIn, write, check } = project;
    replaceIn('schema/viewer.graphql', '  subject: String!\n', '  name: String!\n');
    const ids = ['FIELD_REMOVED Viewer.subject', 'OPERATION_INVALID operations/viewer.graphql'];
    const waivers = ids.map((id) => ({ change: id, reason, expires: '2026-12-31' }));
    write('schema-waivers.json', JSON.stringify(waivers));
    const errors = errorsOf(await check());
    expect(errors).toContain('OPERATION_INVALID operations/viewer.graphql');
    expect(errors).not.toContain('FIELD_REMOVED Viewer.subject');
  });
});

describe('the report', () => {
  it('is a block of id, finding and advice for each finding, and JSON with the same', async () => {
    const { replaceIn, check } = project;
    replaceIn('schema/user.graphql', '  jobTitle: String\n', '  position: String\n');
    const result = await check();
    expect(toText(result)).toMatch(
      /^Schema check against HEAD\n(.+\n)+\nERROR FIELD_REMOVED User\.jobTitle\n {2}User\.jobTitle was removed\. .+\n {2}To do: Put it back/,
    );
    expect(toText(result)).toMatch(/\n1 errors, 0 warnings, 0 waived\.$/);
    expect(JSON.parse(toJson(result))).toMatchObject({
      ok: false,
      base: 'HEAD',
      findings: [{ id: 'FIELD_REMOVED User.jobTitle', level: 'ERROR', about: 'SCHEMA' }],
    });
  });
});

describe('the command', () => {
  const run = promisify(execFile);
  const MAIN = new URL('../../src/cli/main.ts', import.meta.url).pathname;
  const command = async (...args: readonly string[]) =>
    run(process.execPath, [MAIN, 'check-schema', ...args], {
      env: { ...process.env, ...COMPILE_CACHE },
    }).then(
      ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
      (error: unknown) => error as { code: number; stdout: string; stderr: string },
    );

  it('prints JSON alone when asked to', async () => {
    const { stdout, code } = await command('--json');
    expect(JSON.parse(stdout)).toMatchObject({ base: null, ok: code === 0 });
  });

  it('answers a wrong call with 2 and says how to call it', async () => {
    const [wrong, absent] = await Promise.all([
      command('--bse', 'HEAD'),
      command('--base', 'no-such-revision'),
    ]);
    expect(wrong.code).toBe(2);
    expect(wrong.stderr).toContain('user-gateway check-schema [--base <git revision | SDL file>]');
    expect(absent.code).toBe(2);
    expect(absent.stderr).toContain('neither a file nor a revision');
  });
});
