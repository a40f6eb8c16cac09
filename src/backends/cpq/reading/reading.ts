import type { Company, Role, User } from '../../../domain/model.ts';
import type { ReadThrough } from '../../../storage/read-through.ts';
import type { CpqClient } from '../client.ts';
import type { CpqCompany, CpqGroup, CpqUser } from '../contract.ts';
import type { CpqSite } from '../mapping.ts';
import type { CpqSettings } from '../settings.ts';
import type { Snapshot } from './snapshot.ts';
import type { UserReader } from './user-reader.ts';

/** What the directories of CPQ share. */
export interface CpqReading {
  readonly client: CpqClient;
  readonly reader: UserReader;
  /** Holds wire rows, so that a cache outside this process can keep them. */
  readonly cache: ReadThrough;
  readonly site: CpqSite;
  readonly usersTtlSeconds: number;
  readonly switches: Pick<CpqSettings, 'likeIgnoresCase' | 'orQueries'>;
  readonly toUser: (row: CpqUser) => User;
  readonly toCompanies: (rows: readonly CpqCompany[]) => Snapshot<Company>;
  readonly toRoles: (rows: readonly CpqGroup[]) => Snapshot<Role>;
}
