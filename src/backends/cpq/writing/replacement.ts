import type { ReadContext } from '../../../domain/backend.ts';
import type { User } from '../../../domain/model.ts';
import type { PreparedWrite, ReplaceUserCommand, UserError } from '../../../domain/user-write.ts';
import { toCompanyId } from '../mapping.ts';
import { readCodes } from './codes.ts';
import { forgetUser } from './forget.ts';
import {
  explainCreation,
  isLoginTaken,
  loginTaken,
  placeProblems,
  refOfPlace,
  refOfWritten,
} from './new-user.ts';
import {
  addressOf,
  companyAddressOf,
  userPath,
  type CompanyUserAddress,
  type UserAddress,
} from './user-address.ts';
import { prepareWrite, type CpqWriting, type UserWrite } from './user-write.ts';
import {
  invalid,
  isRefused,
  missingAttributes,
  toWireStatus,
  toWireUser,
  type Refused,
  type WireUser,
} from './write-body.ts';

/**
 * Prepares the replacement of a user by PUT: by party number for a user who is named by id, from version 19; else below
 * the company, where a missing user is created.
 *
 * From version 13 what is left out falls to CPQ's default; whether it does in versions 5 to 7 is not documented. Groups are
 * left out: whether that ends memberships is not documented either.
 *
 * @see https://docs.oracle.com/en/cloud/saas/configure-price-quote/cxcpq/op-rest-v19-users-partynumber-put.html
 */
export async function prepareReplacement(
  writing: CpqWriting,
  command: ReplaceUserCommand,
  context: ReadContext,
): Promise<PreparedWrite> {
  const { user, login } = command;
  const target = targetOf(writing, command);
  const body = await toBody(writing, command, context);
  if (isRefused(target) || isRefused(body)) {
    return { refused: [target, body].flatMap(refusalsOf) };
  }
  const company = target.kind === 'company' ? target.company : null;
  const { reading } = writing;
  if (login !== user?.login && (await isLoginTaken(reading, { company, login }, context))) {
    return { refused: [loginTaken()] };
  }
  return prepareWrite(writing, {
    body: body.properties,
    forget: () => forgetUser(reading, { user, company, logins: [login] }),
    ...(target.kind === 'party'
      ? byPartyNumber(target)
      : belowCompany(writing, { target, user }, context)),
  });
}

/** A user who exists, so that its party number is known. */
type PartyTarget = Extract<UserAddress, { readonly kind: 'party' }> & { readonly user: User };
type Target = PartyTarget | CompanyUserAddress;

/** Where the user is put. A PUT below the company repeats the login of its path: what else it would do is not documented. */
function targetOf(
  { reading: { site } }: CpqWriting,
  { user, by, companyId, keyLogin, login }: ReplaceUserCommand,
): Target | Refused {
  const address = by === 'id' && user !== null ? addressOf(user) : null;
  if (address?.kind === 'party' && user !== null && site.version >= 19) return { ...address, user };
  const own = user && companyAddressOf(user);
  const company = companyId === null ? (own?.company ?? null) : toCompanyId(companyId, site);
  const current = user?.login ?? keyLogin ?? login;
  const key = ['user', 'key'];
  const problems = placeProblems(
    { company, login: current },
    { company: [...key, 'company'], login: [...key, 'login'] },
  );
  const refused = [...problems, ...(login === current ? [] : [RENAMED])];
  return refused.length > 0 || company === null
    ? { refused }
    : { kind: 'company', company, login: current };
}

const RENAMED: UserError = invalid(
  ['login'],
  'A user gets another login only when it is replaced by id, from version 19. Repeat the login that it has.',
);

async function toBody(
  { referenceData, settings }: CpqWriting,
  { login, attributes, status }: ReplaceUserCommand,
  context: ReadContext,
): Promise<{ readonly properties: WireUser } | Refused> {
  const codes = await readCodes(referenceData, context);
  const read = toWireUser(attributes, { ...settings, codes, isNew: false });
  const missing = missingAttributes(attributes);
  if (isRefused(read) || missing.length > 0) return { refused: [...missing, ...refusalsOf(read)] };
  const properties = { login, ...read.properties, ...toWireStatus(status, settings.version) };
  return { properties };
}

type Putting = Omit<UserWrite, 'body' | 'forget'>;

/** Only CPQ in Fusion creates a user by PUT of a party number; it then answers 201. */
function byPartyNumber(target: PartyTarget): Putting {
  const { ref } = target.user;
  return {
    call: { operation: 'ReplaceUser', method: 'PUT', path: userPath(target) },
    ref,
    isNew: false,
    toKnown: async ({ status }) => ({ ref, created: status === 201 }),
    explain: ({ httpStatus }) => (httpStatus === 409 ? loginTaken() : null),
  };
}

/** The status tells whether the user was created, where CPQ does tell; else the read before the write does. */
function belowCompany(
  { reading }: CpqWriting,
  { target, user }: { readonly target: CompanyUserAddress; readonly user: User | null },
  context: ReadContext,
): Putting {
  return {
    call: { operation: 'ReplaceCompanyUser', method: 'PUT', path: userPath(target) },
    ref: user?.ref ?? refOfPlace(target, reading),
    isNew: user === null,
    toKnown: async ({ status, row }) => {
      const created = status === 201 || user === null;
      const isKnown = user !== null && status !== 201;
      const ref = isKnown ? user.ref : await refOfWritten(reading, { ...target, row }, context);
      return { ref, created };
    },
    explain: (failure) => explainCreation(failure, ['user', 'key', 'company']),
  };
}

function refusalsOf(checked: object): readonly UserError[] {
  return isRefused(checked) ? checked.refused : [];
}
