import type { BackendName, Ref } from './model.ts';

/** What a caller may do; the names are those of the schema's enum. */
export type Permission =
  'USERS_READ' | 'USERS_WRITE' | 'PASSWORDS_RESET' | 'PASSWORDS_SET' | 'SCHEMA_READ';

export const ALL_PERMISSIONS: ReadonlySet<Permission> = new Set<Permission>([
  'USERS_READ',
  'USERS_WRITE',
  'PASSWORDS_RESET',
  'PASSWORDS_SET',
  'SCHEMA_READ',
]);

/** Who asks, as the token says. */
export interface Caller {
  readonly subject: string;
  /** Names under which the caller may have an account: subject, e-mail, preferred user name. */
  readonly identities: readonly string[];
  readonly permissions: ReadonlySet<Permission>;
  readonly scope: CompanyScope;
}

/**
 * The companies whose users a caller sees and changes: `null` for every company, else entries
 * `<backend>/<company's native id>` or `<backend>/*`. An account without a company needs `<backend>/*`.
 */
export type CompanyScope = ReadonlySet<string> | null;

/** Whether the scope covers what belongs to this company, or to no company when `null`. */
export function isInScope(
  scope: CompanyScope,
  backend: BackendName,
  companyRef: Ref | null,
): boolean {
  if (scope === null || scope.has(`${backend}/*`)) return true;
  return companyRef !== null && scope.has(`${companyRef.backend}/${companyRef.nativeId}`);
}

/** Whether the scope covers anything of the backend at all. */
export function touchesBackend(scope: CompanyScope, backend: BackendName): boolean {
  if (scope === null) return true;
  for (const entry of scope) if (entry.startsWith(`${backend}/`)) return true;
  return false;
}
