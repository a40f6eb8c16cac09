import type { Company, Role } from './model.ts';

/** Mail domains of the seed's companies, in their order. */
export const MAIL_DOMAINS: readonly string[] = [
  'harbourline.example',
  'kestrel-steel.example',
  'ostrava-eng.example',
  'brightwater.example',
  'northgate-civil.example',
];

/** One owner company and its partners. */
export function seedCompanies(): readonly Company[] {
  const owner = companyOf('11', 'HARBOURLINE', 'Harbourline Infrastructure Group');
  const partner = { parentId: owner.id, updatedBy: 'p.lindqvist' };
  return [
    {
      ...owner,
      associations: ['PrimaveraP6Production', 'PrimaveraUnifierProduction'],
      pwdPolicy: { id: '1', name: 'Owner Password Policy' },
    },
    {
      ...companyOf('27', 'KESTREL', 'Kestrel Steelworks Ltd'),
      ...partner,
      associations: ['PrimaveraP6Production'],
      pwdPolicy: { id: '1', name: 'Owner Password Policy' },
      inheritedPolicy: true,
    },
    {
      ...companyOf('28', 'OSTRAVA-ENG', 'Ostrava Engineering s.r.o.'),
      ...partner,
      pwdPolicy: { id: '4', name: 'Partner Password Policy' },
    },
    { ...companyOf('35', 'BRIGHTWATER', 'Brightwater & Søn A/S'), ...partner, bidderCompany: true },
    {
      ...companyOf('42', 'NORTHGATE', 'Northgate Civil (in administration)'),
      ...partner,
      status: 'Inactive',
    },
  ];
}

/** @param prefix put before every name, as tenants see it from release 25.6 */
export function seedRoles(prefix: string): readonly Role[] {
  return ROLES.map(([id, name, displayName, userAccessType]) => ({
    id,
    name: `${prefix}${name}`,
    displayName,
    companyAccessType: userAccessType === null,
    userAccessType,
  }));
}

const ROLES: readonly (readonly [string, string, string, string | null])[] = [
  ['3', 'PrimaveraCloudAdmin', 'Primavera Cloud Administration', 'Administrator'],
  ['77', 'PrimaveraUnifierProduction', 'Primavera Unifier Production', null],
  ['78', 'PrimaveraUnifierStage', 'Primavera Unifier Stage', null],
  ['81', 'PrimaveraP6Production', 'Primavera P6 EPPM Production', null],
  ['82', 'PrimaveraP6Stage', 'Primavera P6 EPPM Stage', null],
  ['90', 'PrimaveraGatewayProductionUser', 'Primavera Gateway Production User', 'User'],
  ['91', 'PrimaveraGatewayProductionAdmin', 'Primavera Gateway Production Administrator', 'User'],
  ['104', 'BIProductionAuthors', 'BI Publisher Production Authors', 'User'],
  ['105', 'BIProductionConsumers', 'BI Publisher Production Consumers', 'User'],
  ['118', 'PrimaveraAnalyticsProduction', 'Primavera Analytics Production', null],
];

function companyOf(id: string, name: string, displayName: string): Company {
  return {
    id,
    name,
    displayName,
    type: 'Company', // the only value in published payloads, owner or partner
    status: 'Active',
    parentId: null,
    bidderCompany: false,
    associations: [],
    pwdPolicy: null,
    inheritedPolicy: false,
    createdBy: 'system',
    createdDate: Date.UTC(2019, 2, 4, 8, 30) + Number(id) * 86_400_000,
    updatedBy: 'system',
    updatedDate: Date.UTC(2024, 8, 17, 14, 5, 9) + Number(id) * 3_600_000,
  };
}
