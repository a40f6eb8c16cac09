import type { Answers, Backend, ReadContext } from '../../domain/backend.ts';
import { touchesBackend } from '../../domain/caller.ts';
import type { CompanyScope } from '../../domain/caller.ts';
import { GatewayError } from '../../domain/errors.ts';
import type { Company, Ref, Role, User } from '../../domain/model.ts';
import { readPerBackend } from './read-per-backend.ts';
import type { Answer } from './read-per-backend.ts';
import { seesCompany, seesRole, seesUser } from './visibility.ts';
import type { ListContext } from './visibility.ts';

/**
 * Reads users by ref, with one call of the port per backend.
 *
 * @returns an answer per ref, in their order: `null` when the user is absent, outside the caller's scope, or of a
 *   backend that is not configured, which cannot be told apart; an error for each user who could not be read, and for
 *   all of a backend that failed
 */
export async function readUsers(
  backends: readonly Backend[],
  refs: readonly Ref[],
  context: ListContext,
): Promise<readonly Answer<User | null>[]> {
  return readNodes({ portOf: ({ users }) => users, sees: seesUser }, { backends, refs }, context);
}

/** Reads companies as `readUsers` reads users. */
export async function readCompanies(
  backends: readonly Backend[],
  refs: readonly Ref[],
  context: ListContext,
): Promise<readonly Answer<Company | null>[]> {
  const reader = { portOf: ({ companies }: Backend) => companies, sees: seesCompany };
  return readNodes(reader, { backends, refs }, context);
}

/** Reads roles as `readUsers` reads users. */
export async function readRoles(
  backends: readonly Backend[],
  refs: readonly Ref[],
  context: ListContext,
): Promise<readonly Answer<Role | null>[]> {
  return readNodes({ portOf: ({ roles }) => roles, sees: seesRole }, { backends, refs }, context);
}

interface NodeReader<T> {
  readonly portOf: (backend: Backend) => NodePort<T> | undefined;
  readonly sees: (scope: CompanyScope, node: T) => boolean;
}

interface NodePort<T> {
  getMany(nativeIds: readonly string[], context: ReadContext): Promise<Answers<T>>;
}

async function readNodes<T>(
  { portOf, sees }: NodeReader<T>,
  { backends, refs }: { readonly backends: readonly Backend[]; readonly refs: readonly Ref[] },
  context: ListContext,
): Promise<readonly Answer<T | null>[]> {
  const { scope } = context;
  return readPerBackend(refs, backendNameOf, async (name, asked) => {
    const backend = backends.find((candidate) => candidate.name === name);
    const port = backend && portOf(backend);
    if (port === undefined || !touchesBackend(scope, name)) return () => null;
    const nativeIds = new Set(asked.map(({ nativeId }) => nativeId));
    const found = await port.getMany([...nativeIds], context);
    return ({ nativeId }) => {
      const node = found.get(nativeId);
      if (node instanceof GatewayError) return node;
      return node !== undefined && sees(scope, node) ? node : null;
    };
  });
}

function backendNameOf({ backend }: Ref): string {
  return backend;
}
