import { describe, expect, it } from 'vitest';
import { acs3Request, sendRaw } from './raw-requests.ts';
import {
  closeSimulators,
  codeOf,
  createUser,
  listUsers,
  readAll,
  startWithClient,
} from './simulator-client.ts';
import type { UserMember } from './simulator-client.ts';

closeSimulators();

describe('the seeded directory', () => {
  it('looks used: every kind of user, group and assignment, the same at every start', async () => {
    const { call } = await startWithClient();
    const users = await listUsers(call);
    expect(users).toHaveLength(150);
    expect(users).toEqual(await listUsers((await startWithClient()).call));
    expect(users.map(({ CreateTime }) => CreateTime)).toEqual(
      users.map(({ CreateTime }) => CreateTime).toSorted(),
    );
    for (const { UserName } of users) expect(UserName).toMatch(/^[A-Za-z0-9@_.-]{1,64}$/);
    const emails = users.map(({ Email }) => Email).filter((email) => email !== '');
    expect(new Set(emails).size).toBe(emails.length);
    expect(emails.length).toBeLessThan(150);
    expect(new Set(users.map(({ Status }) => Status)).size).toBe(2);
    expect(users.some(({ UserName }) => UserName.length === 64)).toBe(true);
    const synchronized = users.filter(({ ProvisionType }) => ProvisionType === 'Synchronized');
    expect(synchronized.length).toBeGreaterThan(30);
    for (const user of users)
      expect(user.ExternalId !== undefined).toBe(user.ProvisionType === 'Synchronized');
    expect(users.some(({ Tags }) => Tags.length > 0)).toBe(true);
    expect(await call('GetDirectoryStatistics')).toMatchObject({
      DirectoryStatistics: {
        UserCount: 150,
        GroupCount: 14,
        AccessConfigurationCount: 25,
        AccessAssignmentCount: 120,
      },
    });
  });

  it('answers every read of the published list', async () => {
    const { call } = await startWithClient();
    const [user] = await listUsers(call, { ProvisionType: 'Synchronized' });
    const { UserId, ExternalId } = user!;
    expect(
      await call('GetUserId', { ExternalId: JSON.stringify({ ...ExternalId }) }),
    ).toMatchObject({ UserId });
    expect(await call('GetUser', { UserId })).toMatchObject({ User: user });
    expect(await call('GetServiceStatus')).toMatchObject({ ServiceStatus: { Status: 'Enabled' } });
    expect(await call('GetSCIMSynchronizationStatus')).toMatchObject({
      SCIMSynchronizationStatus: 'Enabled',
    });
    expect(await call('GetExternalSAMLIdentityProvider')).toMatchObject({
      SAMLIdentityProviderConfiguration: { SSOStatus: 'Disabled', CertificateIds: [] },
    });
    expect(await call('GetMFAAuthenticationSettingInfo')).toMatchObject({
      MFAAuthenticationSettingInfo: { MfaAuthenticationAdvanceSettings: 'Byuser' },
    });
    const [configuration] = await readAll<{ AccessConfigurationId: string }>(
      call,
      'ListAccessConfigurations',
      { member: 'AccessConfigurations', Filter: 'AccessConfigurationName sw Read' },
    );
    const { AccessConfigurationId } = configuration!;
    expect(await call('GetAccessConfiguration', { AccessConfigurationId })).toMatchObject({
      AccessConfiguration: configuration,
    });
    const policies = (PermissionPolicyType: string) =>
      call('ListPermissionPoliciesInAccessConfiguration', {
        AccessConfigurationId,
        PermissionPolicyType,
      });
    expect(await policies('Inline')).toMatchObject({
      TotalCounts: 1,
      PermissionPolicies: [{ PermissionPolicyDocument: expect.any(String) as unknown }],
    });
    expect(await policies('System')).toMatchObject({ TotalCounts: 1 });
    expect(await call('ListUserProvisionings')).toMatchObject({ TotalCounts: 8 });
  });

  it('shows both sides of a membership alike', async () => {
    const { call } = await startWithClient();
    const groups = await readAll<{ GroupId: string }>(call, 'ListGroups', { member: 'Groups' });
    expect(groups).toHaveLength(14);
    const sides = new Set<string>();
    for (const { GroupId } of groups)
      for (const member of await readAll<{ UserId: string; JoinTime: string }>(
        call,
        'ListGroupMembers',
        { member: 'GroupMembers', GroupId, MaxResults: 100 },
      ))
        sides.add(`${GroupId} ${member.UserId} ${member.JoinTime}`);
    let joined = 0;
    for (const { UserId } of await listUsers(call))
      for (const { GroupId, JoinTime } of await readAll<{ GroupId: string; JoinTime: string }>(
        call,
        'ListJoinedGroupsForUser',
        { member: 'JoinedGroups', UserId },
      )) {
        expect(sides).toContain(`${GroupId} ${UserId} ${JoinTime}`);
        joined += 1;
      }
    expect(joined).toBe(sides.size);
    expect(joined).toBeGreaterThan(200);
  });

  it('renders lists in XML wrapped, directories and texts repeated, unset texts as empty elements', async () => {
    const { simulator } = await startWithClient();
    const DirectoryId = simulator.environment['CLOUD_SSO_DIRECTORY_ID'] ?? '';
    const xml = async (action: string, query: Record<string, string>) => {
      const headers = { 'x-acs-action': action, accept: 'text/xml' };
      const request = acs3Request(simulator, { query: { DirectoryId, ...query }, headers });
      return (await sendRaw(simulator, request)).text;
    };
    expect(await xml('ListDirectories', {})).toMatch(/<Directories><DirectoryId>/);
    const root = await xml('ListUsers', { Filter: 'UserName eq root' });
    expect(root).toMatch(/<Users><User><UserId>.*<FirstName><\/FirstName>/);
    expect(root).toMatch(/<\/User><\/Users><\/ListUsersResponse>$/);
    expect(
      await xml('ListAccessConfigurations', { StatusNotifications: 'ReprovisionRequired' }),
    ).toMatch(
      /<AccessConfiguration>.*<StatusNotifications>ReprovisionRequired<\/StatusNotifications>/,
    );
    expect(await xml('ListUsers', { Filter: 'UserName eq <&>' })).toContain('<Users></Users>');
  });

  it('leaves unset texts out where the switch says so', async () => {
    const { call } = await startWithClient({ unsetFields: 'omitted' });
    const [root] = await listUsers(call, { Filter: 'UserName eq root' });
    expect(root).toHaveProperty('Tags');
    expect(root).not.toHaveProperty('Email');
  });
});

describe('lists', () => {
  it('page through everything once, whatever the page size', async () => {
    const { call } = await startWithClient();
    const all = await listUsers(call);
    for (const MaxResults of [1, 7, 10]) expect(await listUsers(call, { MaxResults })).toEqual(all);
    expect(await call('ListUsers')).toMatchObject({
      MaxResults: 10,
      TotalCounts: 150,
      IsTruncated: true,
    });
  });

  it('repeat and lose nobody when a row before the page goes away', async () => {
    const { call } = await startWithClient();
    const names = Array.from({ length: 4 }, (_, index) => `zz-${index}`);
    for (const name of names) await createUser(call, name);
    const parameters = { Filter: 'UserName sw zz-', MaxResults: 2 };
    const first = await call('ListUsers', parameters);
    const [gone, kept] = first['Users'] as readonly UserMember[];
    await call('DeleteUser', { UserId: gone!.UserId });
    const second = await call('ListUsers', { ...parameters, NextToken: first['NextToken'] });
    const seen = [kept!, ...(second['Users'] as readonly UserMember[])];
    expect(new Set(seen.map(({ UserName }) => UserName)).size).toBe(3);
    expect(second).not.toHaveProperty('NextToken');
  });

  it('accept a token only with the parameters it was issued for', async () => {
    const { call } = await startWithClient();
    const { NextToken } = await call('ListUsers', { MaxResults: 2 });
    const next = (parameters: object) =>
      codeOf(call('ListUsers', { MaxResults: 2, NextToken, ...parameters }));
    expect(await next({})).toBe('no error');
    for (const other of [
      { MaxResults: 3 },
      { Status: 'Enabled' },
      { Filter: 'UserName sw a' },
      { NextToken: 'AAAA' },
      { NextToken: `${String(NextToken)}A` },
    ])
      expect(await next(other)).toBe('InvalidParameter.NextToken');
    expect(await codeOf(call('ListGroups', { MaxResults: 2, NextToken }))).toBe(
      'InvalidParameter.NextToken',
    );
  });

  it.each([
    ['ListUsers', { MaxResults: 101 }, 'InvalidParameter.MaxResults'],
    ['ListUsers', { MaxResults: 0 }, 'InvalidParameter.MaxResults'],
    ['ListAccessAssignments', { MaxResults: 21 }, 'InvalidParameter.MaxResults'],
    ['ListUsers', { Status: 'enabled' }, 'InvalidParameter.Status'],
    ['ListUsers', { Filter: 'Email eq a@example.com' }, 'InvalidParameter.Filter'],
    ['ListUsers', { Filter: 'UserName co a' }, 'InvalidParameter.Filter'],
    ['ListUsers', { Filter: 'UserName eq' }, 'InvalidParameter.Filter'],
    ['ListUsers', { Filter: 'UserName sw a and Status eq Enabled' }, 'InvalidParameter.Filter'],
    ['ListAccessAssignments', { PrincipalType: 'User' }, 'MissingPrincipalId'],
    ['ListAccessAssignments', { TargetId: '1' }, 'MissingTargetType'],
    ['ListUsers', { DirectoryId: 'd-other' }, 'EntityNotExists.Directory'],
  ])('%s refuses %o', async (action, parameters, code) => {
    const { call } = await startWithClient();
    expect(await codeOf(call(action, parameters))).toBe(code);
  });

  it('filter users by the beginning of the name, status, origin and tag together', async () => {
    const { call } = await startWithClient();
    const all = await listUsers(call);
    expect(await listUsers(call, { Filter: 'username SW A' })).toEqual(
      all.filter(({ UserName }) => /^a/i.test(UserName)),
    );
    const [tag] = all.find(({ Tags }) => Tags.length > 0)!.Tags;
    const filters = { Status: 'Enabled', ProvisionType: 'Manual', Tags: [tag] };
    const found = await listUsers(call, filters);
    expect(found.length).toBeGreaterThan(0);
    expect(found).toEqual(
      all.filter(
        ({ Status, ProvisionType, Tags }) =>
          Status === 'Enabled' &&
          ProvisionType === 'Manual' &&
          Tags.some(({ Key, Value }) => Key === tag!.Key && Value === tag!.Value),
      ),
    );
  });

  it('find the assignments of a user and of a group', async () => {
    const { call } = await startWithClient();
    const list = (parameters: object) =>
      readAll<{ PrincipalType: string; PrincipalId: string }>(call, 'ListAccessAssignments', {
        member: 'AccessAssignments',
        MaxResults: 20,
        ...parameters,
      });
    const all = await list({});
    expect(all).toHaveLength(120);
    for (const PrincipalType of ['User', 'Group']) {
      const { PrincipalId } = all.find((row) => row.PrincipalType === PrincipalType)!;
      expect(await list({ PrincipalType, PrincipalId })).toEqual(
        all.filter((row) => row.PrincipalId === PrincipalId),
      );
    }
  });
});
