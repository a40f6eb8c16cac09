import { isInScope, type CompanyScope } from '../../../domain/caller.ts';
import type { BackendName, Company, Ref } from '../../../domain/model.ts';
import type { CloudAdministrationCompany } from '../contract.ts';
import type { DateParser } from './dates.ts';
import { readDates } from './row-dates.ts';

/*
 * Oracle Primavera Administration, CompanyRO -> Company. No operation reads companies: they are the `organization` of users.
 *
 * | Company     | Wire                                                                     |
 * | ----------- | ------------------------------------------------------------------------ |
 * | ref         | id; without one the id that another record has for the name; else the name |
 * | name        | name, else displayName, else the id                                      |
 * | displayName | displayName, else name                                                   |
 * | parentRef   | parentId, else as `ref` from parentName                                  |
 * | details     | every other attribute of CompanyRO; what tells of the parent only to callers who may see the parent |
 */

/** Ids of companies by name; a name that several companies bear has none. */
export type CompanyIds = ReadonlyMap<string, string>;

/** What mapping a company needs beside the record. */
export interface CompanyMappingContext {
  readonly backend: BackendName;
  readonly parseDate: DateParser;
  readonly companyIds: CompanyIds;
}

/** @returns `null` for a company without id and name: nothing could refer to it */
export function toCompanyId(wire: CloudAdministrationCompany, ids: CompanyIds): string | null {
  return wire.id ?? toIdByName(wire.name ?? wire.displayName, ids);
}

/** @returns `null` as `toCompanyId` does */
export function toCompany(
  wire: CloudAdministrationCompany,
  { backend, parseDate, companyIds }: CompanyMappingContext,
): Company | null {
  const nativeId = toCompanyId(wire, companyIds);
  if (nativeId === null) return null;
  const name = wire.name ?? wire.displayName ?? nativeId;
  const parentId = wire.parentId ?? toIdByName(wire.parentName, companyIds);
  const { at, zoneAssumed, unreadable } = readDates(
    ['createdDate', 'updatedDate'],
    wire,
    parseDate,
  );
  const parentRef = parentId === null ? null : { backend, nativeId: parentId };
  return {
    ...bareCompany({ backend, nativeId }, name),
    displayName: wire.displayName ?? name,
    type: wire.type,
    status: wire.status,
    parentRef,
    details: {
      __typename: 'CloudAdministrationCompanyDetails',
      id: wire.id,
      associations: wire.associations,
      bidderCompany: wire.bidderCompany,
      createdBy: wire.createdBy,
      createdDate: at.createdDate,
      inheritedPolicy: wire.inheritedPolicy,
      isDeletable: wire.isDeletable,
      parentId: toThoseWhoSee(parentRef, wire.parentId),
      parentName: toThoseWhoSee(parentRef, wire.parentName),
      processed: wire.processed,
      pwdPolicy: wire.pwdPolicy,
      statusInfo: wire.statusInfo,
      updatedBy: wire.updatedBy,
      updatedDate: at.updatedDate,
      zoneAssumedDates: zoneAssumed,
      unreadableDates: unreadable,
    },
  };
}

/** A company of which only id and name are known, as a child tells of its parent. */
export function bareCompany(ref: Ref, name: string): Company {
  return {
    ref,
    name,
    displayName: name,
    type: null,
    status: null,
    parentRef: null,
    baseCurrencyCode: null,
    baseLanguageCode: null,
    details: null,
  };
}

/** The ids that records tell for names. */
export function companyIdsOf(companies: Iterable<CloudAdministrationCompany>): CompanyIds {
  const ids = new Map<string, string>();
  const ambiguous = new Set<string>();
  for (const { id, name } of companies) {
    if (id === null || name === null) continue;
    if ((ids.get(name) ?? id) !== id) ambiguous.add(name);
    ids.set(name, id);
  }
  for (const name of ambiguous) ids.delete(name);
  return ids;
}

/** A caller of one company must not learn of another, not even as its parent. */
function toThoseWhoSee(parentRef: Ref | null, value: string | null) {
  return (_args: unknown, { scope }: { readonly scope: CompanyScope }): string | null =>
    parentRef !== null && isInScope(scope, parentRef.backend, parentRef) ? value : null;
}

function toIdByName(name: string | null, ids: CompanyIds): string | null {
  return name === null ? null : (ids.get(name) ?? name);
}
