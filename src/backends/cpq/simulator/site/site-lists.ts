import type { Preference } from './model.ts';

/**
 * Lists that every CPQ site defines for itself: ids and texts here are invented.
 * An entry's id is its key.
 */
export const preferenceLists: Readonly<Record<Preference, ReadonlyMap<number, string>>> = {
  dateFormat: new Map([
    [1, 'dd/MM/yyyy HH:mm'],
    [2, 'MM/dd/yyyy h:mm a'],
    [3, 'yyyy-MM-dd HH:mm'],
    [4, 'dd.MM.yyyy HH:mm'],
  ]),
  numberFormat: new Map([
    [1, '####.##'],
    [2, '#,###.##'],
    [3, '#.###,##'],
    [4, '# ###,##'],
  ]),
  timeZone: new Map([
    [7, '(GMT) Accra'],
    [12, '(GMT+01:00) Oslo'],
    [13, '(GMT+01:00) Paris'],
    [19, '(GMT+02:00) Jerusalem'],
    [31, '(GMT+09:00) Tokyo'],
    [44, '(GMT-05:00) New York'],
    [51, '(GMT-08:00) Los Angeles'],
  ]),
  units: new Map([
    [1, 'Metric'],
    [2, 'Imperial'],
  ]),
};

/** User types. FULL_ACCESS, BM_SUPPORT and BM_ADMIN are documented; the other codes are formed by analogy. */
export const userTypes: ReadonlyMap<string, string> = new Map([
  ['FULL_ACCESS', 'FullAccess'],
  ['BM_SUPPORT', 'Services'],
  ['BM_ADMIN', 'Developer'],
  ['SALES_AGENT', 'Sales Agent'],
  ['CHANNEL_AGENT', 'Channel Agent'],
  ['RESTRICTED_ACCESS', 'Restricted Access'],
  ['GUEST', 'Guest'],
]);

export interface AccessPermission {
  readonly name: string;
  readonly variableName: string;
  readonly type: 'productFamily' | 'supportedProductFamily' | 'dataTableFolder';
}

export const accessPermissions: readonly AccessPermission[] = [
  { name: 'Pumps', variableName: 'pumps', type: 'productFamily' },
  { name: 'Valves', variableName: 'valves', type: 'productFamily' },
  { name: 'Spare Parts', variableName: 'spareParts', type: 'supportedProductFamily' },
  { name: 'Pricing', variableName: 'pricing', type: 'dataTableFolder' },
  { name: 'Admin', variableName: 'admin', type: 'dataTableFolder' },
];

/** Segments of the administration that an administrator group may open; names invented. */
export const adminSegments: ReadonlyMap<string, string> = new Map([
  ['userAdministration', 'User Administration'],
  ['bulkUpload', 'Bulk Upload'],
  ['groups', 'Groups'],
  ['dataTables', 'Data Tables'],
]);

/** Display text of an SSO mode; only NOT_ENABLED is documented. */
export function ssoDisplay(code: string): string {
  return code === 'NOT_ENABLED' ? 'Not Enabled' : titleCase(code);
}

function titleCase(code: string): string {
  return code
    .split('_')
    .map((word) => word.slice(0, 1) + word.slice(1).toLowerCase())
    .join(' ');
}
