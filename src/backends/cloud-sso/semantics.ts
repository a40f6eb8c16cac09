import type { UpstreamResponse } from '../../http/upstream.ts';
import { tabulate, type SemanticTable } from '../description.ts';
import { answer, COMMON_ANSWERS, tabulateReads, type FailureOf } from '../failure-tables.ts';
import { parseAccessConfiguration, parseGroup, parseUser } from './contract.ts';
import { failureOf } from './failure.ts';
import { toAccessConfigurationRole, toGroupRole, toUser } from './mapping.ts';
import { failureOfWrite, toPlannedCall } from './writing/write-call.ts';
import { explanationOf } from './writing/write-refusals.ts';

/** CloudSSO's words, run through the mappings that serve them. */
export function semanticTables(): readonly SemanticTable[] {
  const reading = { request: toPlannedRequest('GetUser'), failureOf: judge };
  return [
    tabulate('user status', STATUSES, statusOf),
    tabulate('role kind', ROLES, (kindOf) => kindOf()),
    tabulateReads('answers to a read', reading, ANSWERS),
    tabulate('answers to a write', ANSWERS, outcomeOfWrite),
    tabulate(
      'codes of a refused write',
      EXPLAINED,
      ([code, operation]) => explanationOf(code, operation)?.code ?? 'BACKEND_REJECTED',
    ),
  ];
}

const BACKEND = 'cloud-sso';

const judge: FailureOf = (response, request) => failureOf(BACKEND, response, request);

function outcomeOfWrite(response: UpstreamResponse): string {
  const failure = failureOfWrite(BACKEND, { kind: 'response', response }, 'UpdateUser');
  return failure === null ? 'an answer' : `${failure.status} ${failure.error.code}`;
}

function toPlannedRequest(operation: string) {
  return { ...toPlannedCall(operation), method: 'POST' } as const;
}

const STATUSES = [
  ['Enabled', 'Enabled'],
  ['Disabled', 'Disabled'],
  ['any other', 'Suspended'],
  ['none', undefined],
] as const;

function statusOf(Status: string | undefined): string {
  const wire = parseUser({ User: { UserId: 'u-1', UserName: 'ann', Status } }, {});
  return toUser(wire, BACKEND, { knownSsoEnabled: () => null, of: () => ({}) }).status;
}

const ROLES: readonly (readonly [label: string, kindOf: () => string])[] = [
  [
    'a group',
    () =>
      toGroupRole(parseGroup({ Group: { GroupId: 'g-1', GroupName: 'ops' } }, {}), BACKEND).kind,
  ],
  [
    'an access configuration',
    () => {
      const row = { AccessConfigurationId: 'ac-1', AccessConfigurationName: 'ReadOnly' };
      const wire = parseAccessConfiguration({ AccessConfiguration: row }, {});
      return toAccessConfigurationRole(wire, BACKEND).kind;
    },
  ],
];

/** With the status that the code comes with, as far as one is documented. */
const CODED: readonly (readonly [status: number, code: string])[] = [
  [400, 'Throttling.User'],
  [400, 'Throttling.Api'],
  [400, 'Rejected.Throttling'],
  [503, 'ServiceUnavailable'],
  [500, 'InternalError'],
  [400, 'SignatureDoesNotMatch'],
  [400, 'SignatureNonceUsed'],
  [400, 'InvalidTimeStamp.Expired'],
  [404, 'InvalidAccessKeyId.NotFound'],
  [400, 'InvalidSecurityToken.Expired'],
  [403, 'NoPermission'],
  [403, 'Forbidden.RAM'],
  [404, 'EntityNotExists.Directory'],
  [404, 'EntityNotExists.User'],
  [404, 'EntityNotExists.Group'],
  [409, 'EntityAlreadyExists.User'],
  [400, 'InvalidParameter.NextToken'],
  [400, 'an unknown code'],
];

const ANSWERS: readonly (readonly [label: string, answer: UpstreamResponse])[] = [
  ...COMMON_ANSWERS,
  ...CODED.map(
    ([status, code]) =>
      [
        `${status} ${code}`,
        answer(status, JSON.stringify({ Code: code.replaceAll(' ', '') })),
      ] as const,
  ),
];

const EXPLAINED = [
  ['EntityAlreadyExists.User', 'CreateUser'],
  ['EntityAlreadyExists.User.UserName', 'CreateUser'],
  ['EntityAlreadyExists.Email', 'UpdateUser'],
  ['DeletionConflict.User', 'DeleteUser'],
  ['OperationConflict.Task', 'CreateAccessAssignment'],
  ['InvalidParameter.Password', 'ResetUserPassword'],
  ['OperationForbidden.SSOEnabled', 'ResetUserPassword'],
  ['OperationForbidden.SSOEnabled', 'UpdateUser'],
  ['InvalidTimeStamp.Expired', 'UpdateUser'],
  ['EntityNotExists.Directory', 'CreateUser'],
].map(([code = '', operation = '']) => [`${code} of ${operation}`, [code, operation]] as const);
