import type { StoredCompany, StoredGroup } from '../site/model.ts';

/** The companies of the simulated site: the host, three partner organisations, and the guest company. */
export const seedCompanies: readonly StoredCompany[] = [
  {
    id: 4_099_001,
    login: 'veloria',
    kind: 'host',
    name: 'Veloria Pumps',
    texts: {
      address1: '1 Quay Street',
      city: 'Accra',
      country: 'Ghana',
      email: 'it@veloria.example',
    },
    phoneNumber: 302550100,
    enabledForSSO: false,
    baseCurrency: 'USD',
    baseLanguage: 'en_US',
    preferences: { dateFormat: 2, numberFormat: 1, timeZone: 7, units: 1 },
    maximumUsers: 500,
  },
  {
    id: 4_099_002,
    login: 'nordhaug',
    kind: 'partner',
    name: 'Nordhaug Industri AS',
    texts: {
      address1: 'Havnegata 12',
      city: 'Oslo',
      country: 'Norway',
      email: 'post@nordhaug.example',
    },
    phoneNumber: 22550110,
    enabledForSSO: false,
    baseCurrency: 'NOK',
    baseLanguage: 'no_NO',
    preferences: { dateFormat: 4, numberFormat: 4, timeZone: 12, units: 1 },
    maximumUsers: 500,
  },
  {
    id: 4_099_003,
    login: 'cartesienne',
    kind: 'partner',
    name: 'Cartésienne Énergie',
    texts: {
      address1: '8 rue des Écluses',
      city: 'Paris',
      country: 'France',
      email: 'contact@cartesienne.example',
    },
    phoneNumber: 155550120,
    enabledForSSO: false,
    baseCurrency: 'EUR',
    baseLanguage: 'fr_FR',
    preferences: { dateFormat: 1, numberFormat: 4, timeZone: 13, units: 1 },
    maximumUsers: 500,
  },
  {
    id: 4_099_004,
    login: 'shalevSystems',
    kind: 'partner',
    name: 'Shalev Systems',
    texts: {
      address1: '3 Harbour Road',
      city: 'Haifa',
      country: 'Israel',
      email: 'office@shalev.example',
    },
    phoneNumber: 45550130,
    enabledForSSO: false,
    baseCurrency: 'ILS',
    baseLanguage: 'iw_IL',
    preferences: { dateFormat: 1, numberFormat: 2, timeZone: 19, units: 1 },
    maximumUsers: 500,
  },
  {
    id: 4_099_005,
    login: 'guest',
    kind: 'guest',
    name: 'Guest Company',
    texts: {
      address1: '1 Quay Street',
      city: 'Accra',
      country: 'Ghana',
      email: 'it@veloria.example',
    },
    phoneNumber: 302550100,
    enabledForSSO: false,
    baseCurrency: 'USD',
    baseLanguage: 'en_US',
    preferences: { dateFormat: 2, numberFormat: 1, timeZone: 7, units: 1 },
    maximumUsers: 500,
  },
];

const SALES = 0;
const ADMINISTRATOR = 1;

const hostGroups = [
  group('veloria', 'emeaSellers', 'EMEA Sellers', SALES),
  group('veloria', 'americasSellers', 'Americas Sellers', SALES),
  group('veloria', 'apacSellers', 'APAC Sellers', SALES),
  group('veloria', 'pricingDesk', 'Pricing Desk', SALES),
  { ...group('veloria', 'legacyChannel', 'Legacy Channel', SALES), status: 0 },
  group('veloria', 'adminGroupsOnly', 'Admin - Groups', ADMINISTRATOR, ['groups']),
  {
    ...group('veloria', 'userAdmins', 'Admin - Users', ADMINISTRATOR, [
      'userAdministration',
      'bulkUpload',
    ]),
    readOnly: true,
  },
];

// The same variable names in every partner organisation: a variable name alone does not tell a group.
const partnerGroups = ['nordhaug', 'cartesienne', 'shalevSystems'].flatMap((company) => [
  group(company, 'sellers', 'Sellers', SALES),
  group(company, 'keyAccounts', 'Key Accounts', SALES),
  group(company, 'localAdmins', 'Local Administrators', ADMINISTRATOR, ['userAdministration']),
]);

export const seedGroups: readonly StoredGroup[] = [...hostGroups, ...partnerGroups];

function group(
  company: string,
  variableName: string,
  label: string,
  type: number,
  segments: readonly string[] = [],
): StoredGroup {
  return {
    company,
    variableName,
    label,
    description: `${label} of ${company}`,
    type,
    status: 1,
    readOnly: false,
    segments,
  };
}
