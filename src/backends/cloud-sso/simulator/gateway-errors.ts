import { Refusal } from './refusal.ts';

/** The API gateway's own error for an HTTP status. */
export function gatewayError(status: number): Refusal {
  if (status === 403) return noPermission('cloudsso');
  const code = CODES[status] ?? (status >= 500 ? 'InternalError' : 'InvalidParameter');
  return new Refusal(status, code, { message: MESSAGES[code] ?? 'The request failed.' });
}

/** The credential is known but may not call the operation. */
export function noPermission(action: string): Refusal {
  return new Refusal(403, 'NoPermission', {
    message: 'You are not authorized to do this action.',
    members: {
      AccessDeniedDetail: {
        AuthAction: `cloudsso:${action}`,
        AuthPrincipalType: 'SubUser',
        AuthPrincipalOwnerId: '1234567890123456',
        AuthPrincipalDisplayName: '200000000000000001',
        NoPermissionType: 'ImplicitDeny',
        PolicyType: 'AccountLevelIdentityBasedPolicy',
        EncodedDiagnosticMessage: 'AQIBIAAAAA',
      },
    },
  });
}

const CODES: Readonly<Record<number, string>> = {
  401: 'InvalidAccessKeyId',
  404: 'InvalidApi.NotFound',
  429: 'Throttling',
  500: 'InternalError',
  503: 'ServiceUnavailable',
};

const MESSAGES: Readonly<Record<string, string>> = {
  InvalidAccessKeyId: 'Specified access key is not found or invalid.',
  'InvalidApi.NotFound': 'Specified api is not found, please check your url and method.',
  Throttling: 'Request was denied due to flow control.',
  InternalError: 'The request processing has failed due to some unknown error.',
  ServiceUnavailable: 'The request has failed due to a temporary failure of the server.',
};
