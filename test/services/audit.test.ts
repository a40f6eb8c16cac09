import { execFile } from 'node:child_process';
import {
  mkdtemp,
  readFile,
  readdir,
  rename,
  rm,
  stat,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { audit } from '../../src/cli/audit.ts';
import { AuditUnavailableError, type AuditEntry } from '../../src/domain/audit.ts';
import { Secret } from '../../src/domain/secret.ts';
import { hashOf, parseAuditLine, type AuditLine } from '../../src/services/audit/audit-chain.ts';
import { createStreamAuditTrail } from '../../src/services/audit/audit.ts';
import { openFileAuditTrail } from '../../src/services/audit/audit-file.ts';
import { verifyAudit } from '../../src/services/audit/verify-audit.ts';

const KEY = new Secret('the signing key');
const SEALING = { signingKey: KEY, now: () => Date.UTC(2026, 1, 3) };
const ENTRY: AuditEntry = {
  phase: 'INTENT',
  mutation: 'resetPassword',
  subject: 'someone',
  requestId: 'r',
  backend: 'cpq',
  target: { nativeId: '7', login: 'other' },
  calls: [{ method: 'POST', path: '/users/7', operation: 'resetPassword' }],
};

let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'audit-'))));
afterAll(() => rm(folder, { recursive: true }));

describe('an audit trail', () => {
  it('writes a line for each entry, in order, and ends with a checkpoint', async () => {
    const lines = await streamedLines(3);
    expect(lines.map((line) => kindOf(line))).toEqual([
      'START',
      'ENTRY',
      'ENTRY',
      'ENTRY',
      'CHECKPOINT',
    ]);
    expect(JSON.parse(lines[1]!)).toMatchObject({
      audit: 'ENTRY',
      sequence: 2,
      time: '2026-02-03T00:00:00.000Z',
      entry: { ...ENTRY, requestId: 'r1' },
    });
    expect(lines.every((line) => line.startsWith('{"audit":'))).toBe(true);
  });

  it('makes a checkpoint every hundred entries', async () => {
    const lines = await streamedLines(250);
    const kinds = lines.map((line) => kindOf(line));
    expect(kinds.filter((kind) => kind === 'CHECKPOINT')).toHaveLength(3);
    expect(kinds.indexOf('CHECKPOINT')).toBe(101);
    expect(await verifyAudit(lines, KEY)).toMatchObject({
      intact: true,
      entries: 250,
      checkpoints: 3,
      unchecked: 0,
    });
  });

  it('refuses an entry that its stream does not take, and goes on when it does again', async () => {
    const lines: string[] = [];
    let isBroken = true;
    const trail = createStreamAuditTrail(
      {
        write: (text, done) => {
          if (!isBroken) lines.push(...text.trimEnd().split('\n'));
          done(isBroken ? new Error('EPIPE') : null);
        },
      },
      SEALING,
    );
    await expect(trail.record(ENTRY)).rejects.toThrow(AuditUnavailableError);
    isBroken = false;
    await trail.record(ENTRY);
    await trail.close();
    expect(await verifyAudit(lines, KEY)).toMatchObject({ intact: true, entries: 1 });
  });
});

describe('verification', () => {
  it.each([
    ['a changed entry', (lines: string[]) => edit(lines, 3, /someone/, 'nobody'), 4, 'was changed'],
    ['a changed time', (lines: string[]) => edit(lines, 0, /2026/, '2025'), 1, 'was changed'],
    ['a dropped line', (lines: string[]) => lines.splice(2, 1), 3, 'dropped'],
    ['a dropped beginning', (lines: string[]) => lines.splice(0, 2), 1, 'no beginning'],
    ['a foreign line', (lines: string[]) => lines.splice(2, 0, '{"level":30}'), 3, 'inserted'],
    ['a repeated line', (lines: string[]) => lines.splice(2, 0, lines[1]!), 3, 'inserted'],
    ['two swapped lines', (lines: string[]) => swap(lines, 2, 3), 3, 'reordered'],
    ['an empty line', (lines: string[]) => lines.splice(4, 0, ''), 5, 'inserted'],
  ])('names the line of %s', async (_case, tamper, line, problem) => {
    const lines = await streamedLines(5);
    tamper(lines);
    expect(await verifyAudit(lines, KEY)).toEqual({
      intact: false,
      line,
      problem: expect.stringContaining(problem) as string,
    });
  });

  it('names a line that was changed together with its hash', async () => {
    const lines = await streamedLines(5);
    const forged = await streamedLines(5, 'forger');
    const { entry } = parseAuditLine(forged[3]!)!;
    lines[3] = reseal({ ...parseAuditLine(lines[3]!)!, entry: entry! });
    expect(lines[3]).toContain('forger');
    expect(await verifyAudit(lines, KEY)).toMatchObject({ intact: false, line: 4 });
  });

  it('finds a trail that was made anew throughout, by its signatures', async () => {
    const forged = await streamedLines(5, 'forger', new Secret('not the signing key'));
    expect(await verifyAudit(forged, KEY)).toMatchObject({
      intact: false,
      line: 1,
      problem: expect.stringContaining('wrong signature') as string,
    });
    const unsigned = await streamedLines(5, 'forger', null);
    expect(await verifyAudit(unsigned, KEY)).toMatchObject({
      line: 1,
      problem: expect.stringContaining('not signed') as string,
    });
    expect(await verifyAudit(unsigned, null)).toMatchObject({ intact: true });
  });

  it('says how many entries at the end no checkpoint vouches for', async () => {
    const lines = await streamedLines(5);
    expect(await verifyAudit(lines.slice(0, 4), KEY)).toMatchObject({ intact: true, unchecked: 3 });
  });
});

describe('an audit file', () => {
  it('holds an entry on the disk when it is recorded, for its owner alone', async () => {
    const path = join(folder, 'recorded');
    const trail = await openFileAuditTrail(path, SEALING);
    await trail.record(ENTRY);
    expect(await readFile(path, 'utf8')).toContain('"subject":"someone"');
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    await trail.close();
  });

  it('takes many entries at the same time, in their order', async () => {
    const path = join(folder, 'many');
    const trail = await openFileAuditTrail(path, SEALING);
    await Promise.all(
      Array.from({ length: 500 }, (_entry, index) =>
        trail.record({ ...ENTRY, requestId: `r${index}` }),
      ),
    );
    await trail.close();
    const lines = await linesOf(path);
    const ids = lines.flatMap((line) => /"requestId":"r(\d+)"/.exec(line)?.[1] ?? []);
    expect(ids.map(Number)).toEqual(Array.from({ length: 500 }, (_id, index) => index));
    expect(await verifyAudit(lines, KEY)).toMatchObject({ intact: true, entries: 500 });
  });

  it('goes on in a new file when it was renamed, naming where the old one ended', async () => {
    const path = join(folder, 'rotated');
    const trail = await openFileAuditTrail(path, SEALING);
    await trail.record(ENTRY);
    await rename(path, `${path}.1`);
    await trail.record(ENTRY);
    await rm(path);
    await trail.record(ENTRY);
    await trail.close();
    const before = await verifyAudit(await linesOf(`${path}.1`), KEY);
    const after = await linesOf(path);
    expect(before).toMatchObject({ intact: true, entries: 1 });
    expect(await verifyAudit(after, KEY)).toMatchObject({ intact: true, entries: 1 });
    expect(JSON.parse(after[0]!)).toMatchObject({ audit: 'START', sequence: 5 });
  });

  it('follows the hash of the old file after a rotation', async () => {
    const path = join(folder, 'followed');
    const trail = await openFileAuditTrail(path, SEALING);
    await trail.record(ENTRY);
    await rename(path, `${path}.1`);
    await trail.record(ENTRY);
    await trail.close();
    const before = await verifyAudit(await linesOf(`${path}.1`), KEY);
    const after = await verifyAudit(await linesOf(path), KEY);
    expect(before.intact && after.intact && after.follows === before.lastHash).toBe(true);
  });

  it('follows into a file that another process began after a rotation', async () => {
    const path = join(folder, 'replaced');
    const first = await openFileAuditTrail(path, SEALING);
    await first.record(ENTRY);
    await rename(path, `${path}.1`);
    const second = await openFileAuditTrail(path, SEALING);
    for (let round = 0; round < 3; round += 1) await second.record(ENTRY);
    await first.record(ENTRY);
    await first.close();
    await second.close();
    for (const [file, entries] of [[`${path}.1`, 1] as const, [path, 4] as const]) {
      expect(await verifyAudit(await linesOf(file), KEY)).toMatchObject({ intact: true, entries });
    }
  });

  it('is sealed by the chain that goes on behind it, as after a crash', async () => {
    const path = join(folder, 'crashed');
    const crashed = await openFileAuditTrail(path, SEALING);
    for (let round = 0; round < 3; round += 1) await crashed.record(ENTRY);
    expect(await verifyAudit(await linesOf(path), KEY)).toMatchObject({ unchecked: 3 });
    const next = await openFileAuditTrail(path, SEALING);
    await next.record(ENTRY);
    expect(await verifyAudit(await linesOf(path), KEY)).toMatchObject({
      intact: true,
      entries: 4,
      unchecked: 1,
    });
    await next.close();
    await crashed.close();
  });

  it('begins anew in a file that was emptied under it', async () => {
    const path = join(folder, 'emptied');
    const trail = await openFileAuditTrail(path, SEALING);
    await trail.record(ENTRY);
    await truncate(path, 0);
    await trail.record(ENTRY);
    await trail.close();
    expect(await verifyAudit(await linesOf(path), KEY)).toMatchObject({ intact: true, entries: 1 });
  });

  it('goes on after a restart, and shows when the part before it is gone', async () => {
    const path = join(folder, 'restarted');
    for (let run = 0; run < 3; run += 1) {
      const trail = await openFileAuditTrail(path, SEALING);
      await trail.record(ENTRY);
      await trail.close();
    }
    const lines = await linesOf(path);
    expect(await verifyAudit(lines, KEY)).toMatchObject({ intact: true, entries: 3 });
    expect(await verifyAudit(lines.slice(3), KEY)).toMatchObject({ intact: false, line: 1 });
    expect(await verifyAudit([...lines.slice(0, 3), ...lines.slice(6)], KEY)).toMatchObject({
      intact: false,
      line: 4,
    });
  });

  it('is shared by several processes, each with its own chain', async () => {
    const path = join(folder, 'shared');
    const trails = await Promise.all([1, 2].map(() => openFileAuditTrail(path, SEALING)));
    for (let round = 0; round < 5; round += 1) {
      for (const trail of trails) await trail.record(ENTRY);
    }
    for (const trail of trails) await trail.close();
    const lines = await linesOf(path);
    expect(await verifyAudit(lines, KEY)).toMatchObject({ intact: true, entries: 10 });
    lines.splice(5, 1);
    expect(await verifyAudit(lines, KEY)).toMatchObject({ intact: false, line: 7 });
  });

  it('cuts off a last line that a crash left torn, and goes on', async () => {
    const path = join(folder, 'torn');
    const first = await openFileAuditTrail(path, SEALING);
    await first.record(ENTRY);
    await first.close();
    await writeFile(path, `${await readFile(path, 'utf8')}{"audit":"ENTRY","cha`);
    const second = await openFileAuditTrail(path, SEALING);
    await second.record(ENTRY);
    await second.close();
    expect(await verifyAudit(await linesOf(path), KEY)).toMatchObject({ intact: true, entries: 2 });
  });

  it.each(['not an audit trail', 'not an audit trail\n', '{"level":30}\n'])(
    'leaves a file alone that holds %j',
    async (content) => {
      const path = join(folder, 'foreign');
      await writeFile(path, content);
      await expect(openFileAuditTrail(path, SEALING)).rejects.toThrow(/Choose another file/);
      expect(await readFile(path, 'utf8')).toBe(content);
    },
  );

  it('refuses to begin where it cannot write, and to record where it no longer can', async () => {
    await expect(openFileAuditTrail(join(folder, 'no', 'file'), SEALING)).rejects.toThrow();
    const path = join(folder, 'lost');
    const trail = await openFileAuditTrail(path, SEALING);
    await trail.record(ENTRY);
    await rename(path, `${path}.1`);
    // A file of another kind stands where the next one should begin.
    await writeFile(path, 'something else\n');
    await expect(trail.record(ENTRY)).rejects.toThrow(AuditUnavailableError);
    await rm(path);
    await trail.record(ENTRY);
    await trail.close();
    expect(await verifyAudit(await linesOf(path), KEY)).toMatchObject({ intact: true, entries: 1 });
    expect((await readdir(folder)).filter((name) => name.startsWith('lost'))).toHaveLength(2);
  });
});

describe('user-gateway audit verify', () => {
  it('answers 0 for an intact file, 1 for another, 2 for none', async () => {
    const path = join(folder, 'checked');
    await writeFile(path, `${(await streamedLines(3)).join('\n')}\n`);
    expect(await audited(['verify', path], KEY.reveal())).toEqual({
      code: 0,
      output: expect.stringMatching(/is intact: 3 entries, 1 checkpoints/) as string,
    });
    expect(await audited(['verify', path])).toEqual({
      code: 0,
      output: expect.stringMatching(/Signatures were not checked/) as string,
    });
    expect(await audited(['verify', join(folder, 'absent')])).toEqual({
      code: 2,
      output: expect.stringMatching(/cannot be read \(ENOENT\)/) as string,
    });
    await writeFile(join(folder, 'emptied'), '');
    expect(await audited(['verify', join(folder, 'emptied')], KEY.reveal())).toEqual({
      code: 1,
      output: expect.stringMatching(/is empty/) as string,
    });
    expect(await audited(['verify'])).toMatchObject({ code: 2 });
    expect(await audited(['other', path])).toMatchObject({ code: 2 });
  });

  it('ends the program with its answer', async () => {
    const path = join(folder, 'checked-by-the-program');
    await writeFile(path, `${(await streamedLines(1)).join('\n')}\n`);
    const main = new URL('../../src/cli/main.ts', import.meta.url).pathname;
    const env = { ...process.env, AUDIT_SIGNING_KEY: 'another key' };
    const ended = promisify(execFile)(process.execPath, [main, 'audit', 'verify', path], { env });
    await expect(ended).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/not intact\. Line 1 has a wrong signature/) as string,
    });
  });
});

async function streamedLines(
  entries: number,
  subject = 'someone',
  signingKey: Secret | null = KEY,
): Promise<string[]> {
  const lines: string[] = [];
  const trail = createStreamAuditTrail(
    {
      write: (text, done) => {
        lines.push(...text.trimEnd().split('\n'));
        done();
      },
    },
    { ...SEALING, signingKey },
  );
  for (let index = 1; index <= entries; index += 1) {
    await trail.record({ ...ENTRY, subject, requestId: `r${index}` });
  }
  await trail.close();
  return lines;
}

/** Gives a changed line the hash that fits it, as a forger without the signing key can. */
function reseal(line: AuditLine): string {
  const rest = Object.fromEntries(
    Object.entries(line).filter(([name]) => name !== 'hash'),
  ) as unknown as Omit<AuditLine, 'hash'>;
  return JSON.stringify({ ...rest, hash: hashOf(rest) });
}

async function linesOf(path: string): Promise<string[]> {
  return (await readFile(path, 'utf8')).trimEnd().split('\n');
}

function kindOf(line: string): unknown {
  return (JSON.parse(line) as { audit: unknown }).audit;
}

function edit(lines: string[], index: number, pattern: RegExp, text: string): void {
  lines[index] = lines[index]!.replace(pattern, text);
}

function swap(lines: string[], left: number, right: number): void {
  [lines[left], lines[right]] = [lines[right]!, lines[left]!];
}

/** What the command answers and prints. */
async function audited(
  args: readonly string[],
  key = '',
): Promise<{ readonly code: number; readonly output: string }> {
  const lines: string[] = [];
  const keep = (line: string): void => void lines.push(line);
  const spies = [vi.spyOn(console, 'log'), vi.spyOn(console, 'error')];
  for (const spy of spies) spy.mockImplementation(keep);
  vi.stubEnv('AUDIT_SIGNING_KEY', key);
  try {
    return { code: await audit(args), output: lines.join('\n') };
  } finally {
    for (const spy of spies) spy.mockRestore();
    vi.unstubAllEnvs();
  }
}
