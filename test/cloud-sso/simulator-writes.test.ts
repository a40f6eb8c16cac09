import { describe, expect, it } from 'vitest';
import type { CloudSsoSimulatorSwitches } from '../../src/backends/cloud-sso/simulator.ts';
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

describe('writes of users', () => {
  it('create, change, disable and delete a user, each answer in its own shape', async () => {
    const { call } = await startWithClient();
    const { User: created } = await call('CreateUser', {
      UserName: 'New.User_1@x-y',
      Email: 'New@Example.com',
      Tags: [{ Key: 'a', Value: '' }],
    });
    expect(created).toMatchObject({
      Status: 'Enabled',
      ProvisionType: 'Manual',
      FirstName: '',
      Tags: [{ Key: 'a', Value: '' }],
    });
    expect(created).not.toHaveProperty('ExternalId');
    const { UserId } = created as UserMember;
    const { User: updated } = await call('UpdateUser', { UserId, NewLastName: 'Li', NewEmail: '' });
    expect(updated).toMatchObject({ UserName: 'New.User_1@x-y', LastName: 'Li', Email: '' });
    expect(updated).not.toHaveProperty('Tags');
    await call('UpdateUserStatus', { UserId, NewStatus: 'Disabled' });
    expect(await call('GetUser', { UserId })).toMatchObject({ User: { Status: 'Disabled' } });
    expect(Object.keys(await call('DeleteUser', { UserId }))).toEqual(['RequestId']);
    expect(await codeOf(call('GetUser', { UserId }))).toBe('EntityNotExists.User');
  });

  it.each([
    [{}, 'MissingUserName'],
    [{ UserName: 'ROOT' }, 'EntityAlreadyExists.User'],
    [{ UserName: 'a b' }, 'InvalidParameter.UserName.InvalidChars'],
    [{ UserName: 'ü' }, 'InvalidParameter.UserName.InvalidChars'],
    [{ UserName: 'a'.repeat(65) }, 'InvalidParameter.UserName.Length'],
    [{ UserName: 'n', Email: 'AHMET.CHEN@corp.example' }, 'EntityAlreadyExists.User.Email'],
    [{ UserName: 'n', Email: 'none' }, 'InvalidParameter.Email.Format'],
    [{ UserName: 'n', Email: `a@${'b'.repeat(127)}` }, 'InvalidParameter.Email.Length'],
    [{ UserName: 'n', FirstName: 'a'.repeat(65) }, 'InvalidParameter.FirstName.Length'],
    [{ UserName: 'n', DisplayName: 'a'.repeat(257) }, 'InvalidParameter.DisplayName.Length'],
    [{ UserName: 'n', Description: 'a'.repeat(1025) }, 'InvalidParameter.Description.Length'],
    [{ UserName: 'n', Status: 'Locked' }, 'InvalidParameter.Status'],
    [{ UserName: 'n', DisplayName: '王'.repeat(256) }, 'no error'],
  ])('CreateUser with %o answers %s', async (parameters, code) => {
    const { call } = await startWithClient();
    expect(await codeOf(call('CreateUser', parameters))).toBe(code);
  });

  it('stop at the quota', async () => {
    const { call } = await startWithClient({ userCount: 3, userQuota: 4 });
    await createUser(call, 'last');
    expect(await codeOf(createUser(call, 'one.more'))).toBe('LimitExceeded.User');
  });

  it('refuse to delete a user who has devices, assignments or groups, until they are gone', async () => {
    const { call } = await startWithClient();
    const users = await listUsers(call, { ProvisionType: 'Manual' });
    const devicesOf = async (UserId: string) =>
      (await call('ListMFADevicesForUser', { UserId }))['MFADevices'] as readonly {
        readonly DeviceId: string;
      }[];
    const owner = await findAsync(
      users,
      async ({ UserId }) => (await devicesOf(UserId)).length > 1,
    );
    const { UserId } = owner;
    expect(await codeOf(call('DeleteUser', { UserId }))).toBe('DeletionConflict.User.MFADevice');
    for (const { DeviceId: MFADeviceId } of await devicesOf(UserId))
      await call('DeleteMFADeviceForUser', { UserId, MFADeviceId });
    expect(await codeOf(call('DeleteUser', { UserId }))).not.toMatch(/MFADevice$/);

    const fresh = await createUser(call, 'fresh');
    const [group] = await readAll<{ GroupId: string }>(call, 'ListGroups', {
      member: 'Groups',
      ProvisionType: 'Manual',
    });
    const membership = { GroupId: group!.GroupId, UserId: fresh };
    await call('AddUserToGroup', membership);
    expect(await codeOf(call('AddUserToGroup', membership))).toBe('EntityAlreadyExists.User.Group');
    expect(await codeOf(call('DeleteUser', { UserId: fresh }))).toBe('DeletionConflict.User.Group');
    await call('RemoveUserFromGroup', membership);
    expect(await codeOf(call('RemoveUserFromGroup', membership))).toBe(
      'EntityNotExists.User.Group',
    );
    expect(await codeOf(call('DeleteUser', { UserId: fresh }))).toBe('no error');
  });

  it('refuse changes to what is synchronised, while it is', async () => {
    const refused = 'OperationForbidden.Synchronized';
    const on = await startWithClient();
    const [user] = await listUsers(on.call, { ProvisionType: 'Synchronized' });
    const { UserId } = user!;
    const change = { UserId, NewDescription: 'x' };
    expect(await codeOf(on.call('UpdateUser', change))).toBe(refused);
    expect(await codeOf(on.call('DeleteUser', { UserId }))).toBe(refused);
    const [group] = await readAll<{ GroupId: string }>(on.call, 'ListGroups', {
      member: 'Groups',
      Filter: 'GroupName eq sales',
    });
    const membership = { GroupId: group!.GroupId, UserId };
    expect(await codeOf(on.call('AddUserToGroup', membership))).toBe(refused);
    const off = await startWithClient({ scimEnabled: false });
    expect(await codeOf(off.call('UpdateUser', change))).toBe('no error');
    expect(await codeOf(off.call('AddUserToGroup', membership))).not.toBe(refused);
    expect(await codeOf(off.call('DeleteGroup', { GroupId: group!.GroupId }))).toBe(refused);
  });

  it('take a user’s own address as free', async () => {
    const { call } = await startWithClient();
    const Email = 'n@example.com';
    const { User } = await call('CreateUser', { UserName: 'n', Email });
    const { UserId } = User as UserMember;
    expect(await codeOf(call('UpdateUser', { UserId, NewEmail: Email }))).toBe('no error');
    const other = await createUser(call, 'o');
    expect(await codeOf(call('UpdateUser', { UserId: other, NewEmail: Email }))).toBe(
      'EntityAlreadyExists.User.Email',
    );
  });

  it('keep a field when an empty value means nothing', async () => {
    const { call } = await startWithClient({ emptyUpdateValue: 'ignored' });
    const { User } = await call('CreateUser', { UserName: 'n', Description: 'kept' });
    const { UserId } = User as UserMember;
    await call('UpdateUser', { UserId, NewDescription: '' });
    expect(await call('GetUser', { UserId })).toMatchObject({ User: { Description: 'kept' } });
  });
});

describe('writes of groups, settings and assignments', () => {
  it('create, rename and delete a group', async () => {
    const { call } = await startWithClient();
    const create = (GroupName: string) => call('CreateGroup', { GroupName });
    const { Group } = await create('New_group-1.x');
    const { GroupId } = Group as { GroupId: string };
    expect(await codeOf(create('NEW_GROUP-1.X'))).toBe('EntityAlreadyExists.Group');
    expect(await codeOf(create('new group'))).toBe('InvalidParameter.GroupName.InvalidChars');
    expect(await codeOf(create('a'.repeat(129)))).toBe('InvalidParameter.GroupName.Length');
    await call('UpdateGroup', { GroupId, NewGroupName: 'renamed', NewDescription: 'd' });
    expect(await call('GetGroup', { GroupId })).toMatchObject({
      Group: { GroupName: 'renamed', Description: 'd', ProvisionType: 'Manual' },
    });
    const UserId = await createUser(call, 'n');
    await call('AddUserToGroup', { GroupId, UserId });
    expect(await codeOf(call('DeleteGroup', { GroupId }))).toBe('DeletionConflict.Group.User');
    await call('RemoveUserFromGroup', { GroupId, UserId });
    await call('DeleteGroup', { GroupId });
    expect(await codeOf(call('GetGroup', { GroupId }))).toBe('EntityNotExists.Group');
  });

  it('keep the settings of the directory and of a user', async () => {
    const { call } = await startWithClient();
    const masks = { LoginNetworkMasks: '10.0.0.0/8;192.168.0.1', AllowUserToGetCredentials: false };
    await call('SetLoginPreference', masks);
    expect(await call('GetLoginPreference')).toMatchObject({ LoginPreference: masks });
    expect(await codeOf(call('SetLoginPreference', { LoginNetworkMasks: '10.0.0.0/33' }))).toBe(
      'InvalidParameter.LoginNetworkMasks',
    );
    await call('UpdateMFAAuthenticationSettings', {
      MFAAuthenticationSettings: 'OnlyRiskyLogin',
      OperationForRiskLogin: 'EnforceVerify',
    });
    expect(await call('GetMFAAuthenticationSettings')).toMatchObject({
      MFAAuthenticationAdvanceSettings: 'OnlyRiskyLogin',
    });
    await call('SetMFAAuthenticationStatus', { MFAAuthenticationStatus: 'Disabled' });
    expect(await call('GetMFAAuthenticationStatus')).toMatchObject({
      MFAAuthenticationStatus: 'Disabled',
    });
    const UserId = await createUser(call, 'n');
    const settings = () => call('GetUserMFAAuthenticationSettings', { UserId });
    expect(await settings()).toMatchObject({ UserMFAAuthenticationSettings: 'Enabled' });
    const UserMFAAuthenticationSettings = 'Disabled';
    await call('UpdateUserMFAAuthenticationSettings', { UserId, UserMFAAuthenticationSettings });
    expect(await settings()).toMatchObject({ UserMFAAuthenticationSettings });
  });

  it('grant and withdraw access in tasks, and protect a user under way', async () => {
    const { call } = await startWithClient({ taskPolls: 1 });
    const UserId = await createUser(call, 'n');
    const [row] = await readAll<Record<string, string>>(call, 'ListAccessAssignments', {
      member: 'AccessAssignments',
    });
    const assignment = {
      AccessConfigurationId: row!['AccessConfigurationId'],
      TargetType: 'RD-Account',
      TargetId: row!['TargetId'],
      PrincipalType: 'User',
      PrincipalId: UserId,
    };
    const ofUser = async () =>
      (await call('ListAccessAssignments', { PrincipalType: 'User', PrincipalId: UserId }))[
        'TotalCounts'
      ];
    const poll = async (answer: Readonly<Record<string, unknown>>) => {
      const { TaskId } = answer['Task'] as { TaskId: string };
      return (await call('GetTask', { TaskId }))['Task'] as Readonly<Record<string, unknown>>;
    };
    const granted = await call('CreateAccessAssignment', assignment);
    expect(granted['Task']).toMatchObject({
      Status: 'InProgress',
      TaskType: 'CreateAccessAssignment',
      PrincipalName: 'n',
    });
    expect(await codeOf(call('CreateAccessAssignment', assignment))).toBe('OperationConflict.Task');
    expect(await poll(granted)).toMatchObject({ Status: 'InProgress', EndTime: '' });
    expect(await ofUser()).toBe(0);
    expect(await poll(granted)).toMatchObject({ Status: 'Success', EndTime: /Z$/ });
    expect(await ofUser()).toBe(1);
    const withdrawn = await call('DeleteAccessAssignment', assignment);
    expect(await codeOf(call('DeleteUser', { UserId }))).toBe(
      'DeletionConflict.User.AccessAssigment',
    );
    await poll(withdrawn);
    await poll(withdrawn);
    expect(await ofUser()).toBe(0);
    expect(await codeOf(call('DeleteAccessAssignment', assignment))).toBe(
      'EntityNotExists.AccessAssignment',
    );
    expect(await codeOf(call('GetTask', { TaskId: 't-x' }))).toBe('EntityNotExists.Task');
  });

  it('end a task that nobody asks about, and keep a group that is granted access', async () => {
    const { call } = await startWithClient({ taskPolls: 9, taskSeconds: 0 });
    const [row] = await readAll<Record<string, string>>(call, 'ListAccessAssignments', {
      member: 'AccessAssignments',
    });
    const { Group } = await call('CreateGroup', { GroupName: 'granted' });
    const { GroupId } = Group as { GroupId: string };
    const { AccessConfigurationId, TargetType, TargetId } = row!;
    await call('CreateAccessAssignment', {
      AccessConfigurationId,
      TargetType,
      TargetId,
      PrincipalType: 'Group',
      PrincipalId: GroupId,
    });
    expect(await codeOf(call('DeleteGroup', { GroupId }))).toBe(
      'DeletionConflict.Group.AccessAssigment',
    );
  });

  it('say why a task failed, and change nothing', async () => {
    const { call } = await startWithClient({ tasksFail: true, taskPolls: 0 });
    const [row] = await readAll<Record<string, string>>(call, 'ListAccessAssignments', {
      member: 'AccessAssignments',
    });
    const { AccessConfigurationId, TargetType, TargetId, PrincipalType, PrincipalId } = row!;
    const assignment = { AccessConfigurationId, TargetType, TargetId, PrincipalType, PrincipalId };
    const { Task } = await call('DeleteAccessAssignment', assignment);
    const { TaskId } = Task as { TaskId: string };
    expect(await call('GetTask', { TaskId })).toMatchObject({
      Task: { Status: 'Failed', FailureReason: expect.stringMatching(/./) as unknown },
    });
    expect(await call('ListAccessAssignments')).toMatchObject({ TotalCounts: 120 });
  });
});

describe('ResetUserPassword', () => {
  const GOOD = 'Aa1!aaaa';

  async function startWithUser(switches: CloudSsoSimulatorSwitches = {}) {
    const { simulator, call } = await startWithClient({ scimEnabled: false, ...switches });
    const UserId = await createUser(call, 'wei.chen');
    const reset = (parameters: Readonly<Record<string, unknown>>) =>
      call('ResetUserPassword', { UserId, ...parameters });
    return { simulator, call, UserId, reset };
  }

  it('shows a generated password once: 32 characters of every kind', async () => {
    const { simulator, UserId, reset } = await startWithUser();
    const { NewPassword, ...rest } = await reset({
      GenerateRandomPassword: 'True',
      Password: GOOD,
      RequirePasswordResetForNextLogin: true,
    });
    expect(Object.keys(rest)).toEqual(['RequestId']);
    expect(NewPassword).toHaveLength(32);
    expect(NewPassword).toMatch(/^(?=.*[A-Z])(?=.*[a-z])(?=.*\d)(?=.*[^A-Za-z0-9])[!-~]+$/);
    expect(simulator.passwordOf(UserId)).toBe(NewPassword);
    expect(simulator.mustResetPassword(UserId)).toBe(true);
    expect((await reset({ GenerateRandomPassword: true }))['NewPassword']).not.toBe(NewPassword);
  });

  it('generates what the strictest policy allows', async () => {
    const { call, reset } = await startWithUser();
    await call('SetPasswordPolicy', { MinPasswordLength: 32, MinPasswordDifferentChars: 32 });
    const { NewPassword } = await reset({ GenerateRandomPassword: true });
    expect(new Set(NewPassword as string).size).toBe(32);
  });

  it.each([
    [undefined, 'MissingParameter.Password'],
    ['', 'MissingParameter.Password'],
    ['Aa1!aaa', 'InvalidParameter.Password'],
    [`Aa1!${'a'.repeat(29)}`, 'InvalidParameter.Password'],
    ['aa1!aaaa', 'InvalidParameter.Password'],
    ['AA1!AAAA', 'InvalidParameter.Password'],
    ['Aab!aaaa', 'InvalidParameter.Password'],
    ['Aa1aaaaa', 'InvalidParameter.Password'],
    ['Aa1 aaaü', 'InvalidParameter.Password'],
    ['Aa1!WEI.CHEN', 'InvalidParameter.Password'],
    [GOOD, 'no error'],
    [`Aa1!${'a'.repeat(28)}`, 'no error'],
    ['Aa1! aaü', 'no error'],
  ])('with the password %j answers %s', async (Password, code) => {
    const { simulator, UserId, reset } = await startWithUser();
    const given = Password === undefined ? {} : { Password };
    expect(await codeOf(reset(given))).toBe(code);
    expect(simulator.passwordOf(UserId)).toBe(code === 'no error' ? Password : null);
  });

  it('obeys the policy of the directory, history included, and never repeats a refused password', async () => {
    const { call, reset } = await startWithUser();
    await call('SetPasswordPolicy', {
      MinPasswordLength: 9,
      MinPasswordDifferentChars: 5,
      PasswordReusePrevention: 2,
    });
    for (const Password of [GOOD, 'Aa1!aaaaa'])
      expect(await codeOf(reset({ Password }))).toBe('InvalidParameter.Password');
    expect(await codeOf(reset({ Password: 'Aa1!aaaab' }))).toBe('no error');
    const [first, second, third] = ['Aa1!first', 'Aa1!second', 'Aa1!third'];
    for (const Password of [first, second]) await reset({ Password });
    for (const Password of [first, second])
      await expect(reset({ Password })).rejects.toMatchObject({
        code: 'InvalidParameter.Password',
        data: { Message: expect.not.stringContaining(Password) as unknown },
      });
    await reset({ Password: third });
    expect(await codeOf(reset({ Password: first }))).toBe('no error');
  });

  it('refuses a policy outside its limits and keeps what was not sent', async () => {
    const { call } = await startWithUser();
    const set = (policy: object) => codeOf(call('SetPasswordPolicy', { ...policy }));
    for (const [name, value] of Object.entries({
      MinPasswordLength: 7,
      MaxPasswordAge: 121,
      PasswordReusePrevention: 25,
      MaxLoginAttempts: 33,
      MinPasswordDifferentChars: 9,
    }))
      expect(await set({ [name]: value })).toBe(`InvalidParameter.${name}`);
    expect(await set({ MaxPasswordAge: 30 })).toBe('no error');
    expect(await call('GetPasswordPolicy')).toMatchObject({
      PasswordPolicy: { MaxPasswordAge: 30, MinPasswordLength: 8, MaxPasswordLength: 32 },
    });
  });

  it('is refused while SSO logon is on, after the user is looked up', async () => {
    const { call, reset } = await startWithUser({ ssoEnabled: true });
    await expect(reset({ Password: GOOD })).rejects.toMatchObject({
      code: 'OperationForbidden.SSOEnabled',
      statusCode: 403,
    });
    expect(await codeOf(call('ResetUserPassword', { UserId: 'u-x', Password: GOOD }))).toBe(
      'EntityNotExists.User',
    );
  });

  it('refuses spaces and other alphabets where the switch says so', async () => {
    const { reset } = await startWithUser({ asciiPasswordsOnly: true });
    expect(await codeOf(reset({ Password: 'Aa1! aaaa' }))).toBe('InvalidParameter.Password');
    expect(await codeOf(reset({ Password: 'Aa1!aaaü' }))).toBe('InvalidParameter.Password');
    expect(await codeOf(reset({ Password: GOOD }))).toBe('no error');
  });
});

async function findAsync<T>(
  items: readonly T[],
  matches: (item: T) => Promise<boolean>,
): Promise<T> {
  for (const item of items) if (await matches(item)) return item;
  throw new Error('nothing matches');
}
