import type { Backend, ReadContext } from '../../domain/backend.ts';
import { isInScope, touchesBackend } from '../../domain/caller.ts';
import type { CompanyScope } from '../../domain/caller.ts';
import { GatewayError } from '../../domain/errors.ts';
import type { BackendName, Company, Ref, Role, User } from '../../domain/model.ts';

/** What every read of the gateway needs: how long and how much it may read, and for whom. */
export interface ListContext extends ReadContext {
  readonly scope: CompanyScope;
}

/** Whether the caller sees the user; scope is applied to what was read, after every cache. */
export function seesUser(scope: CompanyScope, user: User): boolean {
  return isInScope(scope, user.ref.backend, user.companyRef);
}

export function seesCompany(scope: CompanyScope, { ref }: Company): boolean {
  return isInScope(scope, ref.backend, ref);
}

/** A role that no company owns is seen by everyone who sees anything of its backend. */
export function seesRole(scope: CompanyScope, { ref, companyRef }: Role): boolean {
  if (companyRef === null) return touchesBackend(scope, ref.backend);
  return isInScope(scope, ref.backend, companyRef);
}

/** Whether the caller sees everything of the backend. */
export function seesAllOf(scope: CompanyScope, backend: BackendName): boolean {
  return isInScope(scope, backend, null);
}

/** The company, when the caller sees exactly one of the backend; else `null`. */
export function onlyCompanyOf(scope: CompanyScope, backend: BackendName): Ref | null {
  const prefix = `${backend}/`;
  const entries = [...(scope ?? [])].filter((entry) => entry.startsWith(prefix));
  const [entry] = entries;
  if (entry === undefined || entries.length > 1 || entry === `${prefix}*`) return null;
  return { backend, nativeId: entry.slice(prefix.length) };
}

/** The scope as it stands in a list's key: the same companies, the same key. */
export function scopeKey(scope: CompanyScope): readonly string[] | null {
  return scope === null ? null : [...scope].sort();
}

/**
 * The backends that the caller named and may see something of, in registry order; all of them without names.
 *
 * @throws GatewayError BAD_USER_INPUT when a name is not configured
 */
export function chooseBackends(
  backends: readonly Backend[],
  names: readonly BackendName[] | null,
  scope: CompanyScope,
): readonly Backend[] {
  names?.forEach((name) => requireBackend(backends, name));
  return backends.filter(
    ({ name }) => (names === null || names.includes(name)) && touchesBackend(scope, name),
  );
}

/**
 * The backend of this name.
 *
 * @throws GatewayError BAD_USER_INPUT when there is none
 */
export function requireBackend(backends: readonly Backend[], name: BackendName): Backend {
  const backend = backends.find((candidate) => candidate.name === name);
  if (backend !== undefined) return backend;
  const names = backends.map((candidate) => candidate.name).join(', ');
  throw new GatewayError('BAD_USER_INPUT', `No backend has this name. Configured are: ${names}.`);
}
