import { describe, expect, it } from 'vitest';
import { cloudAdministration } from '../../src/backends/cloud-administration/index.ts';
import { readSettings } from '../../src/backends/cloud-administration/settings.ts';
import { createSnapshotSource } from '../../src/backends/cloud-administration/reading/snapshot-source.ts';
import { createSnapshot } from '../../src/backends/cloud-administration/reading/snapshot.ts';
import { parseUser } from '../../src/backends/cloud-administration/contract.ts';
import { createEnvironmentReader, type Environment } from '../../src/environment.ts';
import { contextOf } from './backend-session.ts';

const COMPLETE = {
  CLOUD_ADMINISTRATION_BASE_URL: 'https://admin.example/acme/cloudapi/restapi',
  CLOUD_ADMINISTRATION_USERNAME: 'gateway',
  CLOUD_ADMINISTRATION_PASSWORD: 'canary-5150',
};

function settingsOf(environment: Environment) {
  const reader = createEnvironmentReader(environment);
  return { settings: readSettings(reader), problems: reader.problems };
}

describe('the settings', () => {
  it('are absent when nothing is set', () => {
    const reader = createEnvironmentReader({ CPQ_BASE_URL: 'https://cpq.example' });
    expect(cloudAdministration.configure(reader)).toBeNull();
    expect(reader.problems).toEqual([]);
  });

  it('have documented defaults', () => {
    expect(settingsOf(COMPLETE)).toMatchObject({
      problems: [],
      settings: {
        baseUrl: new URL(COMPLETE.CLOUD_ADMINISTRATION_BASE_URL),
        apiVersion: 3,
        credential: { kind: 'fetched-token' },
        versionHeader: null,
        timeZone: 'UTC',
        resetBatchSize: 1,
        listTimeoutMs: 120_000,
        jobTimeoutMs: 20_000,
        clearAs: 'null',
        sendStatus: false,
      },
    });
  });

  it.each([
    [{ CLOUD_ADMINISTRATION_API_VERSION: '1' }, 'basic'],
    [{ CLOUD_ADMINISTRATION_BASIC_ON_V3: 'true' }, 'basic'],
    [
      {
        CLOUD_ADMINISTRATION_TOKEN: 'abc',
        CLOUD_ADMINISTRATION_USERNAME: '',
        CLOUD_ADMINISTRATION_PASSWORD: '',
      },
      'token',
    ],
  ])('with %j are for %s', (changes, kind) => {
    const { settings, problems } = settingsOf({ ...COMPLETE, ...changes });
    expect([settings?.credential.kind, problems]).toEqual([kind, []]);
  });

  it.each([
    [{ CLOUD_ADMINISTRATION_BASE_URL: '' }, 'CLOUD_ADMINISTRATION_BASE_URL is missing.'],
    [{ CLOUD_ADMINISTRATION_BASE_URL: 'http://admin.example' }, /BASE_URL must begin with https/],
    [{ CLOUD_ADMINISTRATION_API_VERSION: '2' }, /API_VERSION must be one of 1, 3/],
    [{ CLOUD_ADMINISTRATION_PASSWORD: '' }, 'CLOUD_ADMINISTRATION_PASSWORD is missing.'],
    [{ CLOUD_ADMINISTRATION_USERNAME: '' }, 'CLOUD_ADMINISTRATION_USERNAME is missing.'],
    [{ CLOUD_ADMINISTRATION_USERNAME: 'a:b' }, /USERNAME must not hold a colon/],
    [
      { CLOUD_ADMINISTRATION_USERNAME: '', CLOUD_ADMINISTRATION_PASSWORD: '' },
      /TOKEN, or .* is missing/,
    ],
    [{ CLOUD_ADMINISTRATION_TOKEN: 'abc' }, /not both/],
    [
      {
        CLOUD_ADMINISTRATION_API_VERSION: '1',
        CLOUD_ADMINISTRATION_TOKEN: 'abc',
        CLOUD_ADMINISTRATION_USERNAME: '',
        CLOUD_ADMINISTRATION_PASSWORD: '',
      },
      /takes no CLOUD_ADMINISTRATION_TOKEN/,
    ],
    [
      {
        CLOUD_ADMINISTRATION_TOKEN: 'canary-5150\n',
        CLOUD_ADMINISTRATION_USERNAME: '',
        CLOUD_ADMINISTRATION_PASSWORD: '',
      },
      /TOKEN must be visible ASCII/,
    ],
    [{ CLOUD_ADMINISTRATION_VERSION_HEADER: 'a b\r\nx: y' }, /VERSION_HEADER must be/],
    [{ CLOUD_ADMINISTRATION_TIME_ZONE: 'Mars/Olympus' }, /TIME_ZONE must be the IANA name/],
    [{ CLOUD_ADMINISTRATION_RESET_BATCH_SIZE: '0' }, /RESET_BATCH_SIZE must be/],
    [{ CLOUD_ADMINISTRATION_LIST_TIMEOUT_MS: 'long' }, /LIST_TIMEOUT_MS must be/],
    [{ CLOUD_ADMINISTRATION_BASIC_ON_V3: 'perhaps' }, /BASIC_ON_V3 must be true or false/],
  ])('with %j are one problem', (changes, problem) => {
    const { problems } = settingsOf({ ...COMPLETE, ...changes });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(problem);
    expect(problems[0]).not.toContain('canary');
  });

  it('are a problem when only a detail of them is set', () => {
    const { problems } = settingsOf({ CLOUD_ADMINISTRATION_TIME_ZONE: 'UTC' });
    expect(problems).toHaveLength(2);
  });

  it('print without their secrets', () => {
    expect(JSON.stringify(settingsOf(COMPLETE))).not.toContain('canary');
  });
});

describe('a list that is forgotten after a write', () => {
  const startSource = () => {
    const loads: ((logins: readonly string[]) => void)[] = [];
    const source = createSnapshotSource(
      () =>
        new Promise((resolve) => {
          loads.push((logins) => {
            const rows = logins.map((loginId) => parseUser({ loginId }));
            const context = { backend: 'b', parseDate: () => null, nowMs: 0 };
            resolve(createSnapshot(rows, context));
          });
        }),
      { now: () => 0, waitMs: 5000 },
    );
    const read = async (fresh = false) => {
      const { users } = await source.read(contextOf({ fresh }));
      return users.rows.map(({ key }) => key);
    };
    return { source, loads, read };
  };

  it('is loaded anew', async () => {
    const { source, loads, read } = startSource();
    const first = read();
    loads[0]?.(['before']);
    expect(await first).toEqual(['before']);
    source.forget();
    expect(source.held()).toBeNull();
    const second = read();
    loads[1]?.(['after']);
    expect(await second).toEqual(['after']);
  });

  it('is neither held nor joined when its load began before the write', async () => {
    const { source, loads, read } = startSource();
    const first = read();
    source.forget();
    loads[0]?.(['before']);
    expect(await first).toEqual(['before']);
    expect(source.held()).toBeNull();
    const second = read();
    source.forget();
    const third = read();
    loads[1]?.(['between']);
    loads[2]?.(['after']);
    expect(await second).toEqual(['between']);
    expect(await third).toEqual(['after']);
    expect(await read()).toEqual(['after']);
  });

  it('is not replaced by an older load that took longer', async () => {
    const { loads, read } = startSource();
    const old = read();
    const fresh = read(true);
    loads[1]?.(['new']);
    await fresh;
    loads[0]?.(['old']);
    await old;
    expect(await read()).toEqual(['new']);
  });
});
