import { orThrow } from '../../../domain/answers.ts';
import type { CompanyDirectory, ReadContext, UserDirectory } from '../../../domain/backend.ts';
import type { BackendName, Company } from '../../../domain/model.ts';
import { userError, type CreateUserCommand, type UserError } from '../../../domain/user-write.ts';
import type { ChangeCount } from '../../../http/change-count.ts';
import { afterWrite } from './record-reader.ts';
import type { CloudAdministrationSettings } from '../settings.ts';
import { readAttributes } from './attributes.ts';
import type { JobWrite } from './job-writes.ts';
import { given, type OutgoingUser } from './outgoing-user.ts';

export interface CreationSources {
  readonly backend: BackendName;
  readonly users: UserDirectory;
  readonly companies: CompanyDirectory;
  readonly changes: ChangeCount;
  readonly settings: Pick<CloudAdministrationSettings, 'clearAs'>;
}

/**
 * Prepares the creation of a user. A job updates whoever has the login already, so it must be shown to be free.
 *
 * @returns the write, or every reason against it
 */
export async function prepareCreation(
  command: CreateUserCommand,
  sources: CreationSources,
  context: ReadContext,
): Promise<JobWrite | { readonly refused: readonly UserError[] }> {
  const { login, companyId, attributes } = command;
  const { changes, errors } = readAttributes(attributes, sources.settings);
  const problems = [...errors, ...missingIn(command)];
  if (problems.length > 0 || companyId === null) return { refused: problems };
  const isTaken = async (reading: ReadContext): Promise<boolean> =>
    (await sources.users.findByLogin(login, null, reading)) !== null;
  const asOf = sources.changes.soFar();
  if (await isTaken({ ...context, fresh: true })) return { refused: [TAKEN] };
  const company = orThrow((await sources.companies.getMany([companyId], context)).get(companyId));
  if (company === undefined) return { refused: [NO_SUCH_COMPANY] };
  const record: OutgoingUser = {
    ...withoutNulls(changes),
    loginId: login,
    disabled: command.status === 'DISABLED',
    organization: toOrganization(company),
  };
  const submission = { added: [record] };
  return {
    submission,
    asOf,
    remake: async (signal) =>
      (await isTaken(afterWrite(signal))) ? { refused: TAKEN } : { submission },
    login,
    marksBefore: () => null,
    refBefore: null,
    refAfter: { backend: sources.backend, nativeId: login },
    isShownBy: (created) => created !== null,
    needsProof: false,
  };
}

const TAKEN = userError('TAKEN', 'A user with this login exists already.', { path: ['login'] });
const NO_SUCH_COMPANY = userError(
  'NOT_FOUND',
  'No user of this backend belongs to such a company, and it knows companies by their users alone.',
  { path: ['company'] },
);

function missingIn({ login, companyId, attributes }: CreateUserCommand): readonly UserError[] {
  const missing = (path: readonly string[]): UserError =>
    userError('INVALID', `This backend creates no user without ${path.at(-1) ?? ''}.`, { path });
  const names = (['firstName', 'lastName', 'emails'] as const).filter(
    (name) => attributes[name] === undefined,
  );
  return [
    ...(login.trim() === '' ? [missing(['login'])] : []),
    ...(companyId === null ? [missing(['company'])] : []),
    ...names.map((name) => missing(['attributes', name])),
  ];
}

/**
 * A company by its name, the key in the published examples, and its id where it is known: of one that is known as a
 * parent alone, the native id is the id unless it is the name.
 */
function toOrganization(company: Company): NonNullable<OutgoingUser['organization']> {
  const { name, displayName, type, details, ref } = company;
  const bareId = ref.nativeId === name ? null : ref.nativeId;
  const id = details === null ? bareId : details.id;
  return {
    ...(typeof id === 'string' && { id }),
    name,
    displayName,
    ...given('type', type),
  };
}

/** A new user has nothing to clear. */
function withoutNulls(changes: OutgoingUser): OutgoingUser {
  return Object.fromEntries(
    Object.entries(changes).filter(([, value]) => value !== null && value !== ''),
  );
}
