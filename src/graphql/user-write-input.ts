import type {
  RoleGrantReference,
  UserReference,
} from '../services/user-writes/user-write-input.ts';
import type { CompanyReference } from '../services/write-target.ts';
import type {
  CompanyReference as CompanyReferenceInput,
  RoleGrantInput,
  UserReference as UserReferenceInput,
} from './generated/resolvers.ts';

/** Reads how a company is named; `null`: it is not. The empty field of a form names none. */
export function parseCompanyReference(
  reference: CompanyReferenceInput | null | undefined,
): CompanyReference | null {
  if (!reference || reference.nativeId === '') return null;
  return reference;
}

export function parseUserReference({ id, key }: UserReferenceInput): UserReference {
  if (id !== undefined) return { id };
  const { backend, login, company } = key;
  return { key: { backend, login, companyId: textOrNull(company) } };
}

export function parseRoleGrants(
  grants: readonly RoleGrantInput[] | null | undefined,
): readonly RoleGrantReference[] {
  return (grants ?? []).map(({ roleId, scope }) => ({ roleId, scope: textOrNull(scope) }));
}

function textOrNull(text: string | null | undefined): string | null {
  return text === undefined || text === '' ? null : text;
}
