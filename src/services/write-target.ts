import type { AuditEntry } from '../domain/audit.ts';
import type { Backend } from '../domain/backend.ts';
import { isInScope } from '../domain/caller.ts';
import { GatewayError } from '../domain/errors.ts';
import { parseGlobalId, type NodeType } from '../domain/global-id.ts';
import type { Company, Ref, User } from '../domain/model.ts';
import { userError, type UserError, type UserKey } from '../domain/user-write.ts';
import { findUserByLogin } from './reading/find-user.ts';
import { readCompanies, readUsers } from './reading/read-nodes.ts';
import { seesAllOf } from './reading/visibility.ts';
import type { WriteContext } from './write-context.ts';

/** Something that a write needs, or why it is refused. */
export type Checked<T> = T | Refusal;

export interface Refusal {
  readonly refused: readonly UserError[];
}

/** A place in a mutation's input, for errors. */
export type InputPath = readonly string[];

/** How a caller names a company. */
export type CompanyReference =
  | { readonly id: string; readonly nativeId?: never }
  | { readonly nativeId: string; readonly id?: never };

export function refuse(error: UserError): Refusal {
  return { refused: [error] };
}

export function isRefusal(value: object | null): value is Refusal {
  return value !== null && 'refused' in value;
}

/** A user as the caller names it, for the record. */
export type NamedUser = Pick<AuditEntry, 'backend' | 'target'>;

export function nameOfId(id: string): NamedUser {
  const parsed = parseGlobalId(id);
  if (parsed?.type !== 'User') return { backend: null, target: null };
  const { backend, nativeId } = parsed.ref;
  return { backend, target: { nativeId, login: null } };
}

export function nameOfLogin(
  { backend, login }: Pick<UserKey, 'backend' | 'login'>,
  { backends }: WriteContext,
): NamedUser {
  const isConfigured = backends.some(({ name }) => name === backend);
  return { backend: isConfigured ? backend : null, target: { nativeId: null, login } };
}

/** The backend of this name; INVALID with the names that are configured. */
export function findBackend(
  name: string,
  path: InputPath,
  { backends }: WriteContext,
): Checked<Backend> {
  const backend = backends.find((candidate) => candidate.name === name);
  if (backend !== undefined) return backend;
  const names = backends.map((candidate) => candidate.name).join(', ');
  const message = `No backend has this name. Configured are: ${names}.`;
  return refuse(userError('INVALID', message, { path }));
}

/** Reads a global id of one type; INVALID when it is malformed or of another type. */
export function parseId(type: NodeType, id: string, path: InputPath): Checked<Ref> {
  const parsed = parseGlobalId(id);
  if (parsed?.type === type) return parsed.ref;
  const message =
    parsed === null
      ? `This is not an id of this gateway. Use the id of a ${type} as an earlier answer gave it.`
      : `This is the id of a ${parsed.type}; the id of a ${type} is wanted here.`;
  return refuse(userError('INVALID', message, { path }));
}

/** A user that exists, and its backend. */
export interface UserTarget {
  readonly backend: Backend;
  readonly user: User;
}

/**
 * Reads a user anew. NOT_FOUND alike when it is absent, outside the caller's scope, or of a backend that is not configured.
 *
 * @throws GatewayError when the backend cannot be read
 */
export async function findUser(
  ref: Ref,
  path: InputPath,
  { backends, read }: WriteContext,
): Promise<Checked<UserTarget>> {
  const [user] = await readUsers(backends, [ref], read);
  if (user instanceof Error) throw user;
  const backend = backends.find(({ name }) => name === ref.backend);
  if (!user || backend === undefined) {
    return refuse(userError('NOT_FOUND', 'There is no user with this id.', { path }));
  }
  return { backend, user };
}

/**
 * Looks for a user by login; `null` when there is none that the caller may see.
 *
 * @throws GatewayError when the backend cannot be read
 */
export async function findUserByKey(
  { backend, login, companyId }: UserKey,
  path: InputPath,
  { backends, read }: WriteContext,
): Promise<Checked<{ readonly user: User | null }>> {
  try {
    return { user: await findUserByLogin(backends, { backend, login, company: companyId }, read) };
  } catch (error) {
    if (!(error instanceof GatewayError) || error.code !== 'BAD_USER_INPUT') throw error;
    return refuse(userError('INVALID', error.message, { path }));
  }
}

/**
 * The native id of a company that a new user can be put into; `null` when none is named. NOT_FOUND alike when it is absent
 * and when it is outside the caller's scope; a caller who sees only some companies must name one.
 *
 * @throws GatewayError when the backend cannot be read
 */
export async function findCompany(
  reference: CompanyReference | null,
  backend: Backend,
  { path, context }: { readonly path: InputPath; readonly context: WriteContext },
): Promise<Checked<{ readonly companyId: string | null }>> {
  if (reference === null) return withoutCompany(backend, path, context);
  const ref = toCompanyRef(reference, backend, path);
  if (isRefusal(ref)) return ref;
  const isVisible = isInScope(context.read.scope, backend.name, ref);
  // Without a directory only the backend itself can tell whether the company exists, or whether it has companies at all.
  if (isVisible && backend.companies === undefined) return { companyId: ref.nativeId };
  const company = isVisible ? await readCompany(ref, context) : null;
  if (company !== null) return { companyId: company.ref.nativeId };
  const message = 'There is no such company that you may put users into.';
  return refuse(userError('NOT_FOUND', message, { path }));
}

function withoutCompany(
  backend: Backend,
  path: InputPath,
  { read: { scope } }: WriteContext,
): Checked<{ readonly companyId: null }> {
  if (seesAllOf(scope, backend.name)) return { companyId: null };
  const message = `You may write users of some companies of ${backend.displayName} only. Name one of them.`;
  return refuse(userError('FORBIDDEN', message, { path }));
}

function toCompanyRef(
  reference: CompanyReference,
  backend: Backend,
  path: InputPath,
): Checked<Ref> {
  if (reference.id === undefined) return { backend: backend.name, nativeId: reference.nativeId };
  const ref = parseId('Company', reference.id, path);
  if (isRefusal(ref) || ref.backend === backend.name) return ref;
  const message = `This is the id of a company of another backend than ${backend.name}.`;
  return refuse(userError('INVALID', message, { path }));
}

/** Companies change seldom, so one that is kept will do; only one that is not found is looked for again. */
async function readCompany(ref: Ref, { backends, read }: WriteContext): Promise<Company | null> {
  for (const fresh of [false, true]) {
    const [company] = await readCompanies(backends, [ref], { ...read, fresh });
    if (company instanceof Error) throw company;
    if (company) return company;
  }
  return null;
}
