import type { User } from '../../../domain/model.ts';
import { HOST_COMPANY, toUserId } from '../native-id.ts';
import type { CpqReading } from '../reading/reading.ts';

/** A user by everything that it can be known under. */
export interface KnownUser {
  /** As read; `null`: it may not have existed. */
  readonly user: Pick<User, 'ref' | 'login' | 'companyRef'> | null;
  /** Native id of the company that a path named; `null`: none did. */
  readonly company: string | null;
  /** Logins beside that of `user`, e.g. the one that it has after the write. */
  readonly logins: readonly string[];
}

/** Forgets what is kept of a user and of its groups, under every id that still resolves. */
export async function forgetUser(
  { cache, site }: Pick<CpqReading, 'cache' | 'site'>,
  { user, company, logins }: KnownUser,
): Promise<void> {
  const companies = [company, user?.companyRef?.nativeId ?? null].filter((id) => id !== null);
  const spellings = new Set([
    null,
    ...companies,
    ...(companies.includes(HOST_COMPANY) ? [site.hostCompanyLogin] : []),
  ]);
  const allLogins = user === null ? logins : [user.login, ...logins];
  const ids = [...spellings].flatMap((spelling) =>
    allLogins.map((login) => toUserId({ kind: 'login', company: spelling, login })),
  );
  const known = new Set(user === null ? ids : [user.ref.nativeId, ...ids]);
  await cache.drop([...known].flatMap((id) => [`user:${id}`, `user-groups:${id}`]));
}
