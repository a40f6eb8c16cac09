import { toDataStore } from './data-store.ts';
import { isRecord, textOf } from './exchange.ts';
import type { JobResult } from './jobs.ts';
import type { Account, Company } from './model.ts';
import { failureMarks } from './outcomes.ts';
import { INVALID_INPUT, Refusal } from './refusal.ts';
import type { State } from './state.ts';
import { toWireCompany } from './wire.ts';
import type { WireRecord } from './wire.ts';

type CompanyRecord = Readonly<Record<string, unknown>>;

/** @throws Refusal 400 for anything but an envelope with companies in it; deleting any is not offered */
export function parseCompanySubmission(body: unknown): readonly CompanyRecord[] {
  const { added, modified } = isRecord(body) ? body : {};
  const all: readonly unknown[] = [added, modified].filter(Array.isArray).flat();
  const records = all.filter(isRecord);
  if (records.length === 0 || records.length < all.length) throw new Refusal(400, INVALID_INPUT);
  return records;
}

/** Creates the company of a name that none has, else updates it. */
export function runCompanyJob(
  records: readonly CompanyRecord[],
  caller: Account,
  state: State,
): JobResult {
  const results = records.map((record) => upsertCompany(record, caller, state));
  return {
    store: toDataStore({
      added: results.filter(({ isNew }) => isNew).map(({ wire }) => wire),
      modified: results.filter(({ isNew }) => !isNew).map(({ wire }) => wire),
    }),
    failed: [],
    steps: results.map(
      ({ isNew, wire }) =>
        `${isNew ? 'Create' : 'Update'} ${textOf(wire['name']) ?? 'a company without a name'}`,
    ),
  };
}

function upsertCompany(
  record: CompanyRecord,
  caller: Account,
  state: State,
): { readonly isNew: boolean; readonly wire: WireRecord } {
  const name = textOf(record['name']);
  if (name === null)
    return { isNew: true, wire: { ...failureMarks('Name is missing.', state.settings) } };
  const existing = [...state.companies.values()].find((company) => company.name === name);
  const company = {
    ...(existing ?? newCompany(name, caller, state)),
    ...changesOf(record),
    updatedBy: caller.loginId,
    updatedDate: state.settings.now(),
  };
  state.companies.set(company.id, company);
  return {
    isNew: existing === undefined,
    wire: { ...toWireCompany(company, state), processed: true, statusInfo: '' },
  };
}

function changesOf(record: CompanyRecord): Partial<Company> {
  const displayName = textOf(record['displayName']);
  const type = textOf(record['type']);
  const { associations, bidderCompany } = record;
  return {
    ...(displayName !== null && { displayName }),
    ...(type !== null && { type }),
    ...(typeof bidderCompany === 'boolean' && { bidderCompany }),
    ...(Array.isArray(associations) && { associations: associations.map(String) }),
  };
}

/** Every company but the owner is its partner. */
function newCompany(name: string, caller: Account, { companies, settings }: State): Company {
  const owner = [...companies.values()].find(({ parentId }) => parentId === null);
  return {
    id: String(Math.max(...[...companies.keys()].map(Number)) + 1),
    name,
    displayName: name,
    type: 'Company',
    status: 'Active',
    parentId: owner?.id ?? null,
    bidderCompany: false,
    associations: [],
    pwdPolicy: null,
    inheritedPolicy: false,
    createdBy: caller.loginId,
    createdDate: settings.now(),
    updatedBy: caller.loginId,
    updatedDate: settings.now(),
  };
}
