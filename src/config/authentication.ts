import { isLoopbackHost, type EnvironmentReader } from '../environment.ts';
import { readList } from './list.ts';

export type AuthenticationConfig = OpenConfig | JwtConfig;

/** Every caller has every permission. */
export interface OpenConfig {
  readonly kind: 'disabled';
  /**
   * Whether requests are answered only under a name of this machine. A real backend is open to whoever sits here, and
   * not to a page in a browser here whose site has its name resolve to this address.
   */
  readonly onlyAsLoopback: boolean;
}

export interface JwtConfig {
  readonly kind: 'jwt';
  readonly issuer: string;
  readonly audience: string;
  readonly jwksUrl: URL;
  readonly algorithms: readonly string[];
  /** Claim that lists permissions, with the values of the schema's enum. A dot may lead into an object: `realm_access.roles`. */
  readonly permissionsClaim: string;
  /** Claim that lists companies as `<backend>/<native id>` or `<backend>/*`; named as `permissionsClaim` is. */
  readonly companiesClaim: string;
}

const REQUIRED = ['AUTH_ISSUER', 'AUTH_AUDIENCE', 'AUTH_JWKS_URL'] as const;
/** Whoever sets one of these wants callers to be known, and must not get a gateway that is open to everyone. */
const MEANINGFUL = [
  ...REQUIRED,
  'AUTH_ALGORITHMS',
  'AUTH_PERMISSIONS_CLAIM',
  'AUTH_COMPANIES_CLAIM',
] as const;

const ASYMMETRIC_ALGORITHM = /^(RS|PS|ES)(256|384|512)$|^(EdDSA|Ed25519)$/;

/** Reads how callers are known. Serving a real backend to unknown callers is a problem, never a default. */
export function readAuthentication(
  reader: EnvironmentReader,
  { host, simulatorsOnly }: { host: string; simulatorsOnly: boolean },
): AuthenticationConfig {
  const disabled = reader.flag('AUTH_DISABLED', false);
  const present = MEANINGFUL.filter((name) => reader.has(name));
  if (disabled && present.length > 0) {
    reader.problem(`AUTH_DISABLED=true contradicts ${present.join(', ')}. Unset one or the other.`);
  }
  if (disabled && !simulatorsOnly && !isLoopbackHost(host)) {
    reader.problem(
      'AUTH_DISABLED=true is refused while HOST is not a loopback address and a backend is configured.',
    );
  }
  if (present.length === 0) {
    const isOpen = disabled || (simulatorsOnly && !reader.has('AUTH_DISABLED'));
    if (!isOpen) {
      reader.problem(
        'Callers must be known before a backend is served: set AUTH_ISSUER, AUTH_AUDIENCE and AUTH_JWKS_URL, or AUTH_DISABLED=true on a loopback HOST.',
      );
    }
    return { kind: 'disabled', onlyAsLoopback: !simulatorsOnly };
  }
  const missing = REQUIRED.filter((name) => !reader.has(name));
  if (missing.length > 0)
    reader.problem(`${missing.join(', ')} must be set beside ${present.join(', ')}.`);
  return readJwt(reader);
}

function readJwt(reader: EnvironmentReader): JwtConfig {
  const algorithms = readList(reader.text('AUTH_ALGORITHMS') ?? 'RS256,ES256,EdDSA');
  if (algorithms.length === 0 || !algorithms.every((name) => ASYMMETRIC_ALGORITHM.test(name))) {
    reader.problem(
      'AUTH_ALGORITHMS must list asymmetric algorithms such as RS256, ES256, EdDSA; "none" and HMAC are refused.',
    );
  }
  return {
    kind: 'jwt',
    issuer: reader.text('AUTH_ISSUER') ?? '',
    audience: reader.text('AUTH_AUDIENCE') ?? '',
    jwksUrl: reader.url('AUTH_JWKS_URL') ?? new URL('https://localhost'),
    algorithms,
    permissionsClaim: reader.text('AUTH_PERMISSIONS_CLAIM') ?? 'permissions',
    companiesClaim: reader.text('AUTH_COMPANIES_CLAIM') ?? 'companies',
  };
}
