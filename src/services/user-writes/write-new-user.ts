import type { ReplaceUserCommand, UserKey } from '../../domain/user-write.ts';
import { userError } from '../../domain/user-write.ts';
import type { UserWrite, WriteTarget } from './perform-write.ts';
import type { CreateUserInput, ReplaceUserInput, UserReference } from './user-write-input.ts';
import type { WriteContext } from '../write-context.ts';
import {
  findBackend,
  findCompany,
  findUser,
  findUserByKey,
  isRefusal,
  nameOfId,
  nameOfLogin,
  parseId,
  refuse,
  type Checked,
  type Refusal,
} from '../write-target.ts';

/** @param keyHash keyed hash of the idempotency key; `null`: none was given */
export function creation(
  { backend: name, login, company, attributes, status }: Omit<CreateUserInput, 'idempotencyKey'>,
  keyHash: string | null,
  context: WriteContext,
): UserWrite {
  return {
    mutation: 'createUser',
    method: 'create',
    named: nameOfLogin({ backend: name, login }, context),
    keyHash,
    locate: async () => {
      const backend = findBackend(name, ['backend'], context);
      return isRefusal(backend) ? backend : (withoutLogin(login) ?? { backend, user: null });
    },
    prepare: async (writes, { backend }) => {
      const path = ['company', ...(company === null ? [] : Object.keys(company))];
      const found = await findCompany(company, backend, { path, context });
      if (isRefusal(found)) return found;
      const { companyId } = found;
      return writes.create?.({ login, companyId, attributes, status }, context.read);
    },
  };
}

/** A user who is named by id must exist; one who is named by its key may be created. */
export function replacement(
  { user: reference, login, attributes, status }: ReplaceUserInput,
  context: WriteContext,
): UserWrite<ReplacementTarget> {
  return {
    mutation: 'replaceUser',
    method: 'replace',
    named: reference.key ? nameOfLogin(reference.key, context) : nameOfId(reference.id),
    keyHash: null,
    locate: async () => withoutLogin(login) ?? locate(reference, context),
    prepare: async (writes, { backend: _backend, ...target }) =>
      writes.replace?.({ ...target, login, attributes, status }, context.read),
  };
}

/** What is replaced, and how the caller named it. */
type ReplacementTarget = WriteTarget &
  Pick<ReplaceUserCommand, 'user' | 'by' | 'companyId' | 'keyLogin'>;

async function locate(
  reference: UserReference,
  context: WriteContext,
): Promise<Checked<ReplacementTarget>> {
  if (reference.key) return locateByKey(reference.key, context);
  const path = ['user', 'id'];
  const ref = parseId('User', reference.id, path);
  if (isRefusal(ref)) return ref;
  const found = await findUser(ref, path, context);
  return isRefusal(found) ? found : { ...found, by: 'id', companyId: null, keyLogin: null };
}

async function locateByKey(
  key: UserKey,
  context: WriteContext,
): Promise<Checked<ReplacementTarget>> {
  const path = ['user', 'key', 'company'];
  const backend = findBackend(key.backend, ['user', 'key', 'backend'], context);
  if (isRefusal(backend)) return backend;
  const found = await findUserByKey(key, path, context);
  if (isRefusal(found)) return found;
  const { login: keyLogin, companyId } = key;
  if (found.user !== null) return { backend, user: found.user, by: 'key', companyId, keyLogin };
  const reference = companyId === null ? null : { nativeId: companyId };
  const company = await findCompany(reference, backend, { path, context });
  return isRefusal(company) ? company : { backend, user: null, by: 'key', keyLogin, ...company };
}

function withoutLogin(login: string): Refusal | null {
  if (login.trim() !== '') return null;
  return refuse(userError('INVALID', 'A login must not be empty.', { path: ['login'] }));
}
