import type { Flag, StoredUser } from '../site/model.ts';

/** A user with a story of its own; what is left out is as the company has it. */
export interface SeedPerson {
  readonly login: string;
  readonly company: string;
  readonly firstName: string;
  readonly email?: string;
  readonly type?: string;
  readonly texts?: Readonly<Record<string, string>>;
  readonly flags?: readonly Flag[];
  readonly groups?: readonly string[];
  readonly accessPermissions?: readonly string[];
  readonly values?: Partial<
    Pick<StoredUser, 'status' | 'currency' | 'language' | 'enabledForSso' | 'preferences'>
  >;
}

/** The account that `environment` gives to a gateway. */
export const GATEWAY_LOGIN = 'user.gateway';

/** The OAuth client of the user `reporting`, who administers nobody. */
export const LINKED_CLIENT_ID = 'reporting-app';

const USER_ADMIN = 'isUserAdminPermEnabled';
const ACCESS_ADMIN = 'isAccessAdminPermEnabled';

const guests: readonly SeedPerson[] = [
  { login: 'guest', company: 'guest', firstName: 'Guest', type: 'GUEST' },
];

const administrators: readonly SeedPerson[] = [
  {
    login: GATEWAY_LOGIN,
    company: 'veloria',
    firstName: 'User',
    texts: { lastName: 'Gateway' },
    flags: ['isWebServicesOnly', USER_ADMIN, ACCESS_ADMIN],
  },
  {
    login: 'amara.osei',
    company: 'veloria',
    firstName: 'Amara',
    texts: { lastName: 'Osei', jobTitle: 'Pricing Lead', phone: '5550101', fax: '5550102' },
    flags: ['isNotifyEmail', USER_ADMIN],
    groups: ['emeaSellers', 'pricingDesk', 'userAdmins'],
    accessPermissions: ['pumps', 'valves', 'pricing'],
  },
  {
    login: 'theo.lindqvist',
    company: 'veloria',
    firstName: 'Theo',
    texts: { lastName: 'Lindqvist', jobTitle: 'Platform Owner' },
    flags: ['isNotifyEmail', 'isApplicationAdminPermEnabled'],
    groups: ['adminGroupsOnly'],
  },
  {
    login: 'ingrid.nordhaug',
    company: 'nordhaug',
    firstName: 'Ingrid',
    texts: { lastName: 'Nordhaug', jobTitle: 'Daglig leder', approvalDelegate: 'olav.lid' },
    flags: ['isNotifyEmail', USER_ADMIN, ACCESS_ADMIN],
    groups: ['keyAccounts', 'localAdmins'],
  },
  {
    login: 'lior.shalev',
    company: 'shalevSystems',
    firstName: 'Lior',
    texts: { lastName: 'Shalev', jobTitle: 'Managing Director' },
    flags: ['isNotifyEmail', USER_ADMIN],
    groups: ['localAdmins'],
  },
  {
    login: 'retired.admin',
    company: 'veloria',
    firstName: 'Renate',
    texts: { lastName: 'Falk' },
    flags: [USER_ADMIN],
    values: { status: 0 },
  },
];

const services: readonly SeedPerson[] = [
  { login: 'svc_support', company: 'veloria', firstName: 'Support', type: 'BM_SUPPORT' },
  { login: 'svc_dev', company: 'veloria', firstName: 'Developer', type: 'BM_ADMIN' },
  {
    login: 'reporting',
    company: 'veloria',
    firstName: 'Reporting',
    type: 'SALES_AGENT',
    texts: { oauthClientId: LINKED_CLIENT_ID },
    flags: ['isWebServicesOnly'],
  },
];

const oddities: readonly SeedPerson[] = [
  { login: 'minimal', company: 'veloria', firstName: 'Min', type: 'RESTRICTED_ACCESS', flags: [] },
  {
    login: 'a+b@x.test',
    company: 'nordhaug',
    firstName: 'Ada',
    email: 'a+b@x.test',
    type: 'CHANNEL_AGENT',
    texts: { lastName: "O'Brien" },
    groups: ['sellers'],
  },
  {
    login: 'mary ann',
    company: 'veloria',
    firstName: 'Mary Ann',
    type: 'SALES_AGENT',
    texts: { lastName: 'Quartey' },
  },
  {
    login: 'søren/brøgger',
    company: 'nordhaug',
    firstName: 'Søren',
    texts: { lastName: 'Brøgger', jobTitle: 'Salgssjef' },
    values: { language: 'no_NO_NY' },
  },
  {
    login: '山田太郎',
    company: 'veloria',
    firstName: '太郎',
    texts: { lastName: '山田', jobTitle: '営業' },
    groups: ['apacSellers'],
    values: { currency: 'JPY', language: 'ja_JP_JP' },
  },
  {
    login: 'sales.desk',
    company: 'veloria',
    firstName: 'Sales',
    email: 'desk@veloria.example, night.desk@veloria.example,desk@nordhaug.example',
    type: 'SALES_AGENT',
    texts: { lastName: 'Desk' },
    groups: ['emeaSellers', 'americasSellers', 'apacSellers', 'legacyChannel'],
  },
  {
    login: 'awa.diop',
    company: 'cartesienne',
    firstName: 'Awa',
    texts: { lastName: 'Diop' },
    values: { currency: 'CFAF', language: 'fr_FR' },
  },
  {
    login: 'klaus.weber',
    company: 'veloria',
    firstName: 'Klaus',
    texts: { lastName: 'Weber', billCompany: 'Weber & Söhne "GmbH"' },
    values: { currency: 'DEM', language: 'de_DE', status: 0 },
  },
  {
    login: 'sso.sarkis',
    company: 'cartesienne',
    firstName: 'Nour',
    texts: { lastName: 'Sarkis', externalSsoId: 'nour.sarkis@idp.example' },
    // Only the mode NOT_ENABLED is documented.
    values: { enabledForSso: 'ENABLED' },
  },
];

/** Everyone who stands for something, the guest first as in the documented sample of the list. */
export const seedPeople: readonly SeedPerson[] = [
  ...guests,
  ...administrators,
  ...services,
  ...oddities,
];
