import type { Company } from '../../../domain/model.ts';
import {
  bareCompany,
  toCompany,
  toCompanyId,
  type CompanyMappingContext,
} from './company-mapping.ts';
import type { CloudAdministrationCompany } from '../contract.ts';
import { createOrderedRows, type OrderedRows } from './ordered-rows.ts';

/** The companies that the users of a list belong to. */
export interface CompanyIndex {
  /** Those that have users, by native id. */
  readonly rows: OrderedRows<Company>;
  /**
   * The company with this native id or, failing that, this name: a user that was read alone may name its company only.
   * A parent without users of its own is known by id and name alone; it can be found and is not among the rows.
   */
  readonly find: (nativeId: string) => Company | null;
}

/** Derives companies from the records of them that users bear. */
export function createCompanyIndex(
  records: readonly CloudAdministrationCompany[],
  context: CompanyMappingContext,
): CompanyIndex {
  const merged = mergeRecords(records, context);
  const byId = new Map<string, Company>();
  for (const wire of merged) {
    const company = toCompany(wire, context);
    if (company !== null) byId.set(company.ref.nativeId, company);
  }
  const parents = parentsOf(merged, byId);
  return {
    rows: createOrderedRows(byId.values(), ({ ref }) => ref.nativeId),
    find: (nativeId) => {
      const known = byId.get(nativeId) ?? parents.get(nativeId);
      return known ?? byId.get(context.companyIds.get(nativeId) ?? '') ?? null;
    },
  };
}

/** A company occurs with every one of its users: the first record counts, and the others fill its gaps. */
function mergeRecords(
  records: readonly CloudAdministrationCompany[],
  { companyIds }: CompanyMappingContext,
): readonly CloudAdministrationCompany[] {
  const merged = new Map<string, CloudAdministrationCompany>();
  for (const record of records) {
    const id = toCompanyId(record, companyIds);
    if (id === null) continue;
    const known = merged.get(id);
    merged.set(id, known === undefined ? record : complete(known, record));
  }
  return [...merged.values()];
}

function complete(
  known: CloudAdministrationCompany,
  record: CloudAdministrationCompany,
): CloudAdministrationCompany {
  const told = new Map(Object.entries(known).filter(([, value]) => value !== null));
  const added = Object.entries(record).filter(([name, value]) => value !== null && !told.has(name));
  return added.length === 0 ? known : { ...known, ...Object.fromEntries(added) };
}

/** Parents that have no users: all that is known of them is what their children say. */
function parentsOf(
  records: readonly CloudAdministrationCompany[],
  known: ReadonlyMap<string, Company>,
): ReadonlyMap<string, Company> {
  const parents = new Map<string, Company>();
  for (const company of known.values()) {
    const ref = company.parentRef;
    if (ref === null || known.has(ref.nativeId)) continue;
    const name = records.find(({ parentId }) => parentId === ref.nativeId)?.parentName;
    parents.set(ref.nativeId, bareCompany(ref, name ?? ref.nativeId));
  }
  return parents;
}
