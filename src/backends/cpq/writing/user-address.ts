import { GatewayError } from '../../../domain/errors.ts';
import type { User } from '../../../domain/model.ts';
import { encodePath } from '../../../http/encode.ts';
import { parseUserId } from '../native-id.ts';

/** Where a user stands for a write: by party number, from version 18, or below its company. */
export type UserAddress =
  { readonly kind: 'party'; readonly partyNumber: string } | CompanyUserAddress;

export interface CompanyUserAddress {
  readonly kind: 'company';
  readonly company: string;
  readonly login: string;
}

/** @throws GatewayError BACKEND_CONTRACT_VIOLATION when CPQ told neither party number nor company */
export function addressOf(user: User): UserAddress {
  const key = parseUserId(user.ref.nativeId);
  return key?.kind === 'party' ? key : companyAddressOf(user);
}

/** @throws GatewayError BACKEND_CONTRACT_VIOLATION when CPQ did not tell the company */
export function companyAddressOf({ ref, login, companyRef }: User): CompanyUserAddress {
  if (companyRef !== null) return { kind: 'company', company: companyRef.nativeId, login };
  throw new GatewayError(
    'BACKEND_CONTRACT_VIOLATION',
    `${ref.backend} does not tell which company the user belongs to.`,
    { backend: ref.backend },
  );
}

export function userPath(address: UserAddress): string {
  return address.kind === 'party'
    ? encodePath`/users/${address.partyNumber}`
    : encodePath`/companies/${address.company}/users/${address.login}`;
}
