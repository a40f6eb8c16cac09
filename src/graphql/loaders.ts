import DataLoader from 'dataloader';
import type { Backend } from '../domain/backend.ts';
import type { Company, Currency, Language, Ref, Role, RoleGrant, User } from '../domain/model.ts';
import { createCodeReader } from '../services/reading/read-codes.ts';
import type { CodeReader, CodeRef } from '../services/reading/read-codes.ts';
import { readGrants } from '../services/reading/read-grants.ts';
import { readCompanies, readRoles, readUsers } from '../services/reading/read-nodes.ts';
import type { Answer } from '../services/reading/read-per-backend.ts';
import type { ListContext } from '../services/reading/visibility.ts';

/** Reads many values at once: an answer per key, in the order of the keys. */
export type BatchRead<Key, Value> = (keys: readonly Key[]) => Promise<readonly Answer<Value>[]>;

/**
 * What one request reads by key. The caller's scope is applied: what is outside is `null`, as what does not exist.
 *
 * A loader keeps what it read for the rest of the request and gathers the keys of one level into one read.
 */
export interface Loaders {
  readonly user: DataLoader<Ref, User | null, string>;
  readonly company: DataLoader<Ref, Company | null, string>;
  readonly role: DataLoader<Ref, Role | null, string>;
  /** Role grants, also of users whose row brought them: those the caller may see. `null`: the backend has no roles. */
  readonly grants: DataLoader<User, readonly RoleGrant[] | null, string>;
  readonly currency: DataLoader<CodeRef, Currency, string>;
  readonly language: DataLoader<CodeRef, Language, string>;
  /** The same reads without gathering and keeping, for who has all keys of a level at hand. */
  readonly batch: BatchReads;
  /** Drops users and grants that were kept, after a write that may have changed them. */
  forgetUsers(): void;
}

export interface BatchReads {
  readonly users: BatchRead<Ref, User | null>;
  readonly companies: BatchRead<Ref, Company | null>;
  readonly roles: BatchRead<Ref, Role | null>;
  readonly grants: BatchRead<User, readonly RoleGrant[] | null>;
  readonly currencies: BatchRead<CodeRef, Currency>;
  readonly languages: BatchRead<CodeRef, Language>;
}

/** Makes the loaders of one request; each comes to be when it is first asked for. */
export function createLoaders(backends: readonly Backend[], context: ListContext): Loaders {
  return new RequestLoaders(createBatchReads(backends, context));
}

function createBatchReads(backends: readonly Backend[], context: ListContext): BatchReads {
  let codes: CodeReader | null = null;
  const codeReader = (): CodeReader => (codes ??= createCodeReader(backends, context));
  return {
    users: (refs) => readUsers(backends, refs, context),
    companies: (refs) => readCompanies(backends, refs, context),
    roles: (refs) => readRoles(backends, refs, context),
    grants: (users) => readGrants(backends, users, context),
    currencies: (refs) => codeReader().readCurrencies(refs),
    languages: (refs) => codeReader().readLanguages(refs),
  };
}

class RequestLoaders implements Loaders {
  readonly batch: BatchReads;
  #user: Loaders['user'] | null = null;
  #company: Loaders['company'] | null = null;
  #role: Loaders['role'] | null = null;
  #grants: Loaders['grants'] | null = null;
  #currency: Loaders['currency'] | null = null;
  #language: Loaders['language'] | null = null;

  constructor(batch: BatchReads) {
    this.batch = batch;
  }

  get user(): Loaders['user'] {
    return (this.#user ??= createLoader(this.batch.users, refKey));
  }

  forgetUsers(): void {
    this.#user?.clearAll();
    this.#grants?.clearAll();
  }

  get company(): Loaders['company'] {
    return (this.#company ??= createLoader(this.batch.companies, refKey));
  }

  get role(): Loaders['role'] {
    return (this.#role ??= createLoader(this.batch.roles, refKey));
  }

  get grants(): Loaders['grants'] {
    return (this.#grants ??= createLoader(this.batch.grants, ({ ref }) => refKey(ref)));
  }

  get currency(): Loaders['currency'] {
    return (this.#currency ??= createLoader(this.batch.currencies, codeKey));
  }

  get language(): Loaders['language'] {
    return (this.#language ??= createLoader(this.batch.languages, codeKey));
  }
}

function createLoader<Key, Value>(
  read: BatchRead<Key, Value>,
  cacheKeyFn: (key: Key) => string,
): DataLoader<Key, Value, string> {
  return new DataLoader<Key, Value, string>(read, { cacheKeyFn });
}

/** A backend's name holds no colon, so no two refs share a key. */
function refKey({ backend, nativeId }: Ref): string {
  return `${backend}:${nativeId}`;
}

function codeKey({ backend, code }: CodeRef): string {
  return `${backend}:${code}`;
}
