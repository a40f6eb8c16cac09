import { GatewayError } from '../domain/errors.ts';
import { parseGlobalIdOf, type NodeType } from '../domain/global-id.ts';
import type { Ref } from '../domain/model.ts';
import { NO_FILTER, type StringFilter } from '../domain/user-filter.ts';
import type { UserListFilter } from '../services/listing/user-selection.ts';
import type {
  StringFilter as StringFilterInput,
  UserFilter as UserFilterInput,
} from './generated/resolvers.ts';

const MAX_TEXTS = 1000;

/**
 * Reads the argument `filter` of a list of users; absent and `null` conditions ask for nothing.
 *
 * @throws GatewayError BAD_USER_INPUT when an id in it is malformed or of another type
 */
export function parseUserFilter(input: UserFilterInput | null | undefined): UserListFilter {
  return {
    backends: input?.backends ?? null,
    languageTag: input?.languageTag ?? null,
    conditions: {
      ...NO_FILTER,
      statuses: input?.statuses ?? null,
      locked: input?.locked ?? null,
      types: input?.types ?? null,
      login: parseStringFilter(input?.login),
      email: parseStringFilter(input?.email),
      search: input?.search ?? null,
      companyRef: parseRef('Company', input?.companyId),
      roleRef: parseRef('Role', input?.roleId),
      currencyCode: input?.currencyCode ?? null,
    },
  };
}

function parseRef(type: NodeType, id: string | null | undefined): Ref | null {
  return id === null || id === undefined ? null : parseGlobalIdOf(type, id);
}

/** Validation lets only one field through; the check keeps that true for whatever executes the operation. */
function parseStringFilter(input: StringFilterInput | null | undefined): StringFilter | null {
  if (input === null || input === undefined) return null;
  if (typeof input.equals === 'string') return { equals: input.equals };
  if (typeof input.startsWith === 'string') return { startsWith: input.startsWith };
  if (typeof input.contains === 'string') return { contains: input.contains };
  if (Array.isArray(input.in)) return { in: assertFew(input.in) };
  throw new GatewayError('BAD_USER_INPUT', 'A StringFilter needs exactly one of its fields.');
}

/** Every user that a backend does not filter itself is compared with each of them. */
function assertFew(texts: readonly string[]): readonly string[] {
  if (texts.length <= MAX_TEXTS) return texts;
  throw new GatewayError('BAD_USER_INPUT', `\`in\` can list at most ${MAX_TEXTS} texts.`);
}
