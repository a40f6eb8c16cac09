import type { ReadContext } from '../../../domain/backend.ts';
import { isBackendFailure } from '../../../domain/errors.ts';
import type { Ref } from '../../../domain/model.ts';
import { userError, type UserError } from '../../../domain/user-write.ts';
import type { WriteFailure } from '../../../http/write-outcome.ts';
import { keyOf } from '../mapping.ts';
import { isPathSegment, toUserId } from '../native-id.ts';
import type { CpqReading } from '../reading/reading.ts';
import { queryUsers } from '../reading/user-batches.ts';
import type { CompanyUserAddress } from './user-address.ts';
import type { WriteAnswer } from './user-write.ts';
import { invalid } from './write-body.ts';

/** Where a user is to be created, before it exists. */
export type NewUserPlace = Pick<CompanyUserAddress, 'company' | 'login'>;

type Path = readonly string[];

/** INVALID for a login or company that no address can carry. */
export function placeProblems(
  { company, login }: { readonly company: string | null; readonly login: string },
  paths: { readonly company: Path; readonly login: Path },
): readonly UserError[] {
  const problems: UserError[] = [];
  if (company === null) {
    problems.push(invalid(paths.company, 'Oracle CPQ keeps users in companies. Name the company.'));
  } else if (!isPathSegment(company)) {
    problems.push(invalid(paths.company, 'No company has such a login name.'));
  }
  if (login.trim() === '') problems.push(invalid(paths.login, 'Oracle CPQ requires login.'));
  else if (!isPathSegment(login)) {
    problems.push(invalid(paths.login, 'A user with this login could not be addressed.'));
  }
  return problems;
}

/**
 * Whether somebody has the login by now. It is unique on the whole site, and with which status CPQ refuses one that is
 * taken is not documented (400 or 409), so it is read before.
 *
 * Versions 5 to 7, and sites that do not take the query, are asked below the company alone.
 */
export async function isLoginTaken(
  { client, reader, site }: CpqReading,
  { company, login }: { readonly company: string | null; readonly login: string },
  context: ReadContext,
): Promise<boolean> {
  if (site.version >= 16) {
    const batch = { company: null, property: 'login', values: [login] } as const;
    const found = await queryUsers(client, batch, context);
    // Whether CPQ tells logins apart by their case is not documented: of another case it decides itself.
    if (found !== null) return found.get(login)?.login === login;
  }
  return company !== null && (await reader.inCompany(company, login, context)) !== null;
}

export function loginTaken(): UserError {
  return userError('TAKEN', 'Another user of this site has this login.', { path: ['login'] });
}

/** What a failed creation means beyond what any failed write means. */
export function explainCreation({ httpStatus }: WriteFailure, companyPath: Path): UserError | null {
  if (httpStatus === 409) return loginTaken();
  if (httpStatus !== 404) return null;
  return userError('NOT_FOUND', 'There is no such company.', { path: companyPath });
}

/** The user by company and login, which resolves in every version, whatever party number it is given. */
export function refOfPlace({ company, login }: NewUserPlace, { site }: CpqReading): Ref {
  return { backend: site.backend, nativeId: toUserId({ kind: 'login', company, login }) };
}

/**
 * The user that a call to its company wrote. From version 18 it is known by its party number: where the answer shows none,
 * as the documented one of three fields, the user is read again.
 */
export async function refOfWritten(
  reading: CpqReading,
  place: NewUserPlace & Pick<WriteAnswer, 'row'>,
  context: ReadContext,
): Promise<Ref> {
  const { site } = reading;
  const { company, login } = place;
  const shown = place.row ?? { login };
  const isShort = site.version >= 18 && place.row?.partyNumber === undefined;
  const row = isShort ? ((await readAgain(reading, place, context)) ?? shown) : shown;
  const key = keyOf({ ...row, company: { loginName: company } }, site);
  return { backend: site.backend, nativeId: toUserId(key) };
}

async function readAgain(
  { reader }: CpqReading,
  { company, login }: NewUserPlace,
  context: ReadContext,
) {
  try {
    return await reader.inCompany(company, login, context);
  } catch (error) {
    // What was written is not undone by a read that fails.
    if (isBackendFailure(error)) return null;
    throw error;
  }
}
