import type { Backend } from '../../domain/backend.ts';
import type { CompanyScope } from '../../domain/caller.ts';
import type { RoleGrant, User } from '../../domain/model.ts';
import { readPerBackend } from './read-per-backend.ts';
import type { Answer } from './read-per-backend.ts';
import { seesRole } from './visibility.ts';
import type { ListContext } from './visibility.ts';

/**
 * Reads the role grants of users: those that came with the user's row cost nothing, all others of a backend are read
 * together.
 *
 * @returns an answer per user, in their order, without the roles that the caller does not see; `null` when the backend
 *   has no roles; an error for each user whose grants had to be asked for and could not be read
 */
export async function readGrants(
  backends: readonly Backend[],
  users: readonly User[],
  context: ListContext,
): Promise<readonly Answer<readonly RoleGrant[] | null>[]> {
  const asked = users.filter(({ roleGrants }) => roleGrants === null);
  const answers = asked.length === 0 ? [] : await askForGrants(backends, asked, context);
  const answerOf = new Map(asked.map((user, index) => [user, answers[index] ?? null]));
  return users.map((user) => {
    const grants = user.roleGrants ?? answerOf.get(user) ?? null;
    return grants === null || grants instanceof Error ? grants : visible(grants, context.scope);
  });
}

async function askForGrants(
  backends: readonly Backend[],
  users: readonly User[],
  context: ListContext,
): Promise<readonly Answer<readonly RoleGrant[] | null>[]> {
  return readPerBackend(
    users,
    ({ ref }) => ref.backend,
    async (name, asked) => {
      const roles = backends.find((backend) => backend.name === name)?.roles;
      if (roles === undefined) return () => null;
      const found = await roles.grantsOf(asked, context);
      return ({ ref }) => found.get(ref.nativeId) ?? null;
    },
  );
}

function visible(grants: readonly RoleGrant[], scope: CompanyScope): readonly RoleGrant[] {
  if (scope === null) return grants;
  return grants
    .filter(({ role }) => seesRole(scope, role))
    .map((grant) => (grant.via && !seesRole(scope, grant.via) ? { ...grant, via: null } : grant));
}
