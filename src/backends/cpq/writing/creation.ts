import type { ReadContext } from '../../../domain/backend.ts';
import type { CreateUserCommand, PreparedWrite } from '../../../domain/user-write.ts';
import { encodePath } from '../../../http/encode.ts';
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
  type NewUserPlace,
} from './new-user.ts';
import { prepareWrite, type CpqWriting } from './user-write.ts';
import type { WriteCall } from './write-call.ts';
import {
  isRefused,
  missingAttributes,
  toWireStatus,
  toWireUser,
  type Refused,
  type WireUser,
} from './write-body.ts';

/**
 * Prepares the creation of a user. It gets no password: CPQ makes a temporary one.
 *
 * @see https://docs.oracle.com/en/cloud/saas/configure-price-quote/cxcpq/op-rest-v16-companies-companyname-users-post.html
 */
export async function prepareCreation(
  writing: CpqWriting,
  command: CreateUserCommand,
  context: ReadContext,
): Promise<PreparedWrite> {
  const { reading } = writing;
  const checked = await check(writing, command, context);
  if (isRefused(checked)) return checked;
  const { place, properties } = checked;
  if (await isLoginTaken(reading, place, context)) return { refused: [loginTaken()] };
  const { company, login } = place;
  return prepareWrite(writing, {
    ...toCall(writing, place, properties),
    forget: () => forgetUser(reading, { user: null, company, logins: [login] }),
    ref: refOfPlace(place, reading),
    isNew: true,
    toKnown: async ({ row }) => ({
      ref: await refOfWritten(reading, { ...place, row }, context),
      created: null,
    }),
    explain: (failure) => explainCreation(failure, ['company']),
  });
}

async function check(
  { referenceData, reading, settings }: CpqWriting,
  { companyId, login, attributes, status }: CreateUserCommand,
  context: ReadContext,
): Promise<{ readonly place: NewUserPlace; readonly properties: WireUser } | Refused> {
  const company = companyId === null ? null : toCompanyId(companyId, reading.site);
  const codes = await readCodes(referenceData, context);
  const read = toWireUser(attributes, { ...settings, codes, isNew: true });
  const refused = [
    ...placeProblems({ company, login }, { company: ['company'], login: ['login'] }),
    ...missingAttributes(attributes),
    ...(isRefused(read) ? read.refused : []),
  ];
  if (refused.length > 0 || company === null || isRefused(read)) return { refused };
  return {
    place: { company, login },
    properties: { login, ...read.properties, ...toWireStatus(status, settings.version) },
  };
}

function toCall(
  { settings: { version, createPath } }: CpqWriting,
  { company }: NewUserPlace,
  properties: WireUser,
): { readonly call: WriteCall; readonly body: WireUser } {
  if (createPath === 'company' || version < 18) {
    const path = encodePath`/companies/${company}/users`;
    return { call: { operation: 'CreateCompanyUser', method: 'POST', path }, body: properties };
  }
  // How this call names the company is not documented: it is named as the answers name it.
  const body = { ...properties, company: { loginName: company } };
  return { call: { operation: 'CreateUser', method: 'POST', path: '/users' }, body };
}
