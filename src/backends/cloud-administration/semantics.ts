import { tabulate, type SemanticTable } from '../description.ts';
import { tabulateReads, tabulateWrites } from '../failure-tables.ts';
import { parseRoles, parseUser } from './contract.ts';
import { createDateParser } from './reading/dates.ts';
import { GET_USER, createFailureOf } from './failure.ts';
import { toRole, toUser } from './mapping.ts';

/** The backend's words, run through the mappings that serve them. */
export function semanticTables(): readonly SemanticTable[] {
  const failureOf = createFailureOf(BACKEND, () => NOW_MS);
  return [
    tabulate('user status', STATUSES, statusOf),
    tabulate('role kind', [['a role', 'Viewer']], kindOf),
    tabulateReads('answers to a read', { request: LIST, failureOf }),
    tabulateReads('answers to a read of one user', { request: GET, failureOf }),
    tabulateWrites('answers to a write', { request: WRITE, failureOf }),
  ];
}

const BACKEND = 'cloud-administration';
const NOW_MS = Date.parse('2026-01-01T00:00:00Z');
const parseDate = createDateParser('UTC');

const SWITCHES = [
  ['disabled', { disabled: true }],
  ['not disabled', { disabled: false }],
  ['status Active', { status: 'Active' }],
  ['any other status', { status: 'Inactive' }],
  ['not disabled, status Inactive', { disabled: false, status: 'Inactive' }],
  ['neither', {}],
] as const;

const DATES = [
  ['within its dates', {}],
  ['its end is past', { endDate: '2025-12-31T00:00:00Z' }],
  ['its start is to come', { startDate: '2026-01-02T00:00:00Z' }],
] as const;

const STATUSES = SWITCHES.flatMap(([label, switches]) =>
  DATES.map(([when, dates]) => [`${label}, ${when}`, { ...switches, ...dates }] as const),
);

function statusOf(record: Readonly<Record<string, unknown>>): string {
  const wire = parseUser({ loginId: 'ann', ...record });
  const context = { backend: BACKEND, parseDate, nowMs: NOW_MS, companyIds: new Map() };
  return toUser(wire, context).status;
}

function kindOf(name: string): string {
  const [wire] = parseRoles([{ name }]);
  return (wire && toRole(wire, BACKEND)?.kind) ?? 'left out';
}

const LIST = { operation: 'ListUsers', method: 'GET', path: '/v3/user' } as const;
const GET = { operation: GET_USER, method: 'GET', path: '/v3/user/ann' } as const;
const WRITE = { operation: 'ChangeStatus', method: 'PUT', path: '/v3/user/change-status' } as const;
