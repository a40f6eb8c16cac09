import { createRemoteJWKSet, errors, jwtVerify, type JWTPayload } from 'jose';
import type { AuthenticationConfig, JwtConfig } from '../config/authentication.ts';
import {
  ALL_PERMISSIONS,
  type Caller,
  type CompanyScope,
  type Permission,
} from '../domain/caller.ts';
import { GatewayError } from '../domain/errors.ts';

/**
 * Tells who sends a request.
 *
 * @param authorization the request's `Authorization` header
 * @returns the caller; `null` when no credential was sent
 * @throws GatewayError UNAUTHENTICATED when the token is not valid, INTERNAL_SERVER_ERROR when the keys cannot be had
 */
export type Authenticate = (authorization: string | undefined) => Promise<Caller | null>;

/** After a look-up for an unknown key, garbage tokens cause no further ones for this long. */
const JWKS_COOL_DOWN_MS = 30_000;
const JWKS_MAX_AGE_MS = 10 * 60_000;
const JWKS_TIMEOUT_MS = 5_000;
const CLOCK_TOLERANCE_SECONDS = 30;

/** Everyone, where authentication is off. */
const EVERYONE: Caller = {
  subject: 'anonymous',
  identities: [],
  permissions: ALL_PERMISSIONS,
  scope: null,
};

export function createAuthentication(config: AuthenticationConfig): Authenticate {
  return config.kind === 'disabled' ? async () => EVERYONE : createJwtAuthentication(config);
}

function createJwtAuthentication(config: JwtConfig): Authenticate {
  const keys = createRemoteJWKSet(config.jwksUrl, {
    cooldownDuration: JWKS_COOL_DOWN_MS,
    cacheMaxAge: JWKS_MAX_AGE_MS,
    timeoutDuration: JWKS_TIMEOUT_MS,
  });
  return async (authorization) => {
    if (authorization === undefined) return null;
    const token = /^Bearer ([\w.~+/=-]+)$/i.exec(authorization)?.[1];
    if (token === undefined)
      throw unauthenticated('The Authorization header must be "Bearer" and a token.');
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer: config.issuer,
        audience: config.audience,
        algorithms: [...config.algorithms],
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
        requiredClaims: ['exp', 'sub'],
      });
      return toCaller(payload, config);
    } catch (error) {
      throw toAuthenticationError(error);
    }
  };
}

function toCaller(payload: JWTPayload, config: JwtConfig): Caller {
  const permissions = texts(payload[config.permissionsClaim]) ?? [];
  return {
    subject: payload.sub ?? '',
    identities: [payload.sub, payload['email'], payload['preferred_username']].filter(isText),
    permissions: new Set(permissions.filter(isPermission)),
    scope: toScope(payload[config.companiesClaim]),
  };
}

/** Without the claim a caller sees every company; a claim that cannot be read grants none. */
function toScope(claim: unknown): CompanyScope {
  return claim === undefined ? null : new Set(texts(claim) ?? []);
}

function texts(claim: unknown): readonly string[] | null {
  if (Array.isArray(claim)) return claim.filter(isText);
  // OAuth writes lists of scopes as one text with spaces.
  return isText(claim) ? claim.split(' ').filter((part) => part !== '') : null;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function isPermission(value: string): value is Permission {
  return (ALL_PERMISSIONS as ReadonlySet<string>).has(value);
}

function toAuthenticationError(error: unknown): GatewayError {
  if (error instanceof GatewayError) return error;
  if (error instanceof errors.JWTExpired)
    return unauthenticated('The token has expired. Get a new one.');
  const keysUnavailable =
    error instanceof errors.JWKSTimeout ||
    error instanceof errors.JWKSInvalid ||
    !(error instanceof errors.JOSEError) ||
    error.code === 'ERR_JOSE_GENERIC';
  if (keysUnavailable) {
    return new GatewayError(
      'INTERNAL_SERVER_ERROR',
      'The keys that verify tokens cannot be had at the moment.',
      {
        retryable: true,
      },
    );
  }
  return unauthenticated('The token is not valid for this gateway.');
}

function unauthenticated(message: string): GatewayError {
  return new GatewayError('UNAUTHENTICATED', message);
}
