import type { WireRecord } from './wire.ts';

/**
 * The envelope of jobs: `UserDataStore` or `CompanyDataStore`. `localizedException` is true in the published example
 * even though its exception is empty.
 */
export function toDataStore(content: {
  readonly added?: readonly WireRecord[];
  readonly modified?: readonly WireRecord[];
  readonly deleted?: readonly string[];
  readonly deleteFailed?: readonly WireRecord[];
  readonly exception?: string;
}): WireRecord {
  return {
    added: [],
    modified: [],
    deleted: [],
    deleteFailed: [],
    exception: '',
    localizedException: true,
    message: '',
    updatedIdMap: {},
    ...content,
  };
}
