import { errors, jwtVerify, type JWTPayload, type JWTVerifyResult } from 'jose';
import type { AuthenticationConfig, JwtConfig, OpenConfig } from '../config/authentication.ts';
import {
  ALL_PERMISSIONS,
  type Caller,
  type CompanyScope,
  type Permission,
} from '../domain/caller.ts';
import { GatewayError } from '../domain/errors.ts';
import { isLoopbackHost } from '../environment.ts';
import type { UpstreamObserver } from '../http/upstream.ts';
import { createIssuerKeys } from './issuer-keys.ts';

/**
 * Tells who sends a request.
 *
 * @param authorization the request's `Authorization` header; Node's HTTP server bounds its length
 * @param host its `Host` header; it counts only where authentication is off
 * @returns the caller; `null` when no credential was sent
 * @throws GatewayError UNAUTHENTICATED when the token is not valid, INTERNAL_SERVER_ERROR, retryable, when nobody can tell
 *   because the issuer's keys cannot be had; FORBIDDEN where authentication is off and the request came under a name that
 *   is not this machine's
 */
export type Authenticate = (
  authorization: string | undefined,
  host?: string,
) => Promise<Caller | null>;

export interface AuthenticationOptions {
  readonly observe?: UpstreamObserver;
  /** The clock, in milliseconds since 1970. */
  readonly now?: () => number;
}

/** For clocks that differ a little; a token lives that much longer and begins that much sooner. */
const CLOCK_TOLERANCE_SECONDS = 5;

/** Everyone, where authentication is off. */
const EVERYONE: Caller = {
  subject: 'anonymous',
  identities: [],
  permissions: ALL_PERMISSIONS,
  scope: null,
};

export function createAuthentication(
  config: AuthenticationConfig,
  { observe = () => {}, now = Date.now }: AuthenticationOptions = {},
): Authenticate {
  return config.kind === 'disabled'
    ? createOpenDoor(config)
    : createJwtAuthentication(config, { observe, now });
}

function createOpenDoor({ onlyAsLoopback }: OpenConfig): Authenticate {
  return async (_authorization, host) => {
    const { hostname } = URL.parse(`http://${host ?? ''}`) ?? { hostname: '' };
    if (!onlyAsLoopback || isLoopbackHost(hostname)) return EVERYONE;
    throw new GatewayError(
      'FORBIDDEN',
      'Authentication is off, so this gateway answers only as localhost.',
    );
  };
}

function createJwtAuthentication(
  config: JwtConfig,
  { observe, now }: Required<AuthenticationOptions>,
): Authenticate {
  const keys = createIssuerKeys(config.jwksUrl, { observe, now });
  return async (authorization) => {
    if (authorization === undefined) return null;
    const token = /^Bearer ([\w.~+/=-]+)$/i.exec(authorization)?.[1];
    if (token === undefined)
      throw unauthenticated('The Authorization header must be "Bearer" and a token.');
    try {
      const verified = await jwtVerify(token, keys, {
        issuer: config.issuer,
        audience: config.audience,
        algorithms: [...config.algorithms],
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
        currentDate: new Date(now()),
        requiredClaims: ['exp', 'sub'],
      });
      return toCaller(verified, config);
    } catch (error) {
      throw toAuthenticationError(error);
    }
  };
}

function toCaller({ payload, protectedHeader }: JWTVerifyResult, config: JwtConfig): Caller {
  if (!isAccessToken(protectedHeader.typ) || !isText(payload.sub)) throw notValid();
  const permissions = textsOf(claimOf(payload, config.permissionsClaim)) ?? [];
  return {
    subject: payload.sub,
    identities: [payload.sub, payload['email'], payload['preferred_username']].filter(isText),
    permissions: new Set(permissions.filter(isPermission)),
    scope: toScope(claimOf(payload, config.companiesClaim)),
  };
}

/** One issuer signs several kinds of tokens; one that says that it is another kind is no access token (RFC 8725, 3.11). */
function isAccessToken(type: string | undefined): boolean {
  return type === undefined || /^(application\/)?(at\+)?jwt$/i.test(type);
}

/** A claim by its whole name, which may hold dots as namespaced ones do, else by the path that the dots make. */
function claimOf(payload: JWTPayload, name: string): unknown {
  const whole = ownValue(payload, name);
  return whole === undefined ? name.split('.').reduce<unknown>(ownValue, payload) : whole;
}

function ownValue(object: unknown, name: string): unknown {
  const isHolder = typeof object === 'object' && object !== null && Object.hasOwn(object, name);
  return isHolder ? (object as Readonly<Record<string, unknown>>)[name] : undefined;
}

/** Without the claim a caller sees every company; a claim that cannot be read grants none. */
function toScope(claim: unknown): CompanyScope {
  return claim === undefined ? null : new Set(textsOf(claim) ?? []);
}

function textsOf(claim: unknown): readonly string[] | null {
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

/** Whatever is not about the token is about the keys: an issuer that is down, or a key of it that cannot be used. */
function toAuthenticationError(error: unknown): GatewayError {
  if (error instanceof GatewayError && error.code === 'UNAUTHENTICATED') return error;
  if (error instanceof errors.JWTExpired)
    return unauthenticated('The token has expired. Get a new one.');
  if (error instanceof errors.JOSEError) return notValid();
  return new GatewayError(
    'INTERNAL_SERVER_ERROR',
    'The keys that verify tokens cannot be had at the moment.',
    { retryable: true },
  );
}

function notValid(): GatewayError {
  return unauthenticated('The token is not valid for this gateway.');
}

function unauthenticated(message: string): GatewayError {
  return new GatewayError('UNAUTHENTICATED', message);
}
