import type { BackendVersion, CapabilityFact } from '../description.ts';
import { CPQ_VERSIONS } from './settings.ts';

/** Versions 8 to 15 exist, but the shape of their users is not documented, so they are not supported. */
export const VERSIONS: readonly BackendVersion[] = CPQ_VERSIONS.map((version) => ({
  name: String(version),
  environment: {
    CPQ_BASE_URL: 'https://site.example/rest',
    CPQ_API_VERSION: String(version),
    CPQ_TOKEN: 'invented',
  },
}));

const FLAT = ['5', '6', '7'];
const LOOKUP = ['16', '17'];
const PARTY = ['18', '19'];
const ALL = [...FLAT, ...LOOKUP, ...PARTY];

/** From Oracle's pages on CPQ's REST interface: 18D for versions 5 and 6, the sets of 2019, 24C to 26B for the others. */
export const FACTS: readonly CapabilityFact[] = [
  {
    capability: 'USERS_READ',
    versions: [...FLAT, ...LOOKUP],
    operation: 'GET /companies/{company}/users/{login}',
    confidence: 'documented',
    note: 'By company and login; no key of its own.',
  },
  {
    capability: 'USERS_READ',
    versions: PARTY,
    operation: 'GET /users/{partyNumber}',
    confidence: 'documented',
    note: 'Many at once by one query with $or; which fields a query covers is not documented (CPQ_OR_QUERIES).',
  },
  {
    capability: 'USERS_LIST',
    versions: LOOKUP,
    operation: 'GET /companies, GET /companies/{company}/users',
    confidence: 'documented',
    note: 'Company by company: rows of the list over all companies hold no key before version 18.',
  },
  {
    capability: 'USERS_LIST',
    versions: PARTY,
    operation: 'GET /users',
    confidence: 'documented',
    note: 'Only users that the gateway’s own account may see. Whether $like ignores case is not documented (CPQ_LIKE_IGNORES_CASE).',
  },
  {
    capability: 'ROLES_READ',
    versions: [...LOOKUP, ...PARTY],
    operation: 'GET /groups, GET /companies/{company}/groups/{group}/users',
    confidence: 'inferred',
    note: 'The groups are documented; that a group’s users can be read is seen in a link of theirs.',
  },
  {
    capability: 'COMPANIES_READ',
    versions: [...LOOKUP, ...PARTY],
    operation: 'GET /companies',
    confidence: 'documented',
    note: 'The host company and the partner organizations.',
  },
  {
    capability: 'CURRENCIES_READ',
    versions: ALL,
    operation: 'none: a list of 186 codes',
    confidence: 'documented',
    note: 'As documented for version 5; a site may support fewer.',
  },
  {
    capability: 'LANGUAGES_READ',
    versions: ALL,
    operation: 'none: a list of 107 codes',
    confidence: 'documented',
    note: 'As documented for version 5; a site may support fewer.',
  },
  {
    capability: 'USERS_CREATE',
    versions: ALL,
    operation: 'POST /companies/{company}/users',
    confidence: 'documented',
    note: 'From version 18 also POST /users; how that call names the company is not documented (CPQ_CREATE_PATH).',
  },
  {
    capability: 'USERS_UPDATE',
    versions: [...FLAT, ...LOOKUP],
    operation: 'PATCH /companies/{company}/users/{login}',
    confidence: 'documented',
    note: 'How a text is cleared is not documented (CPQ_CLEARED_TEXT).',
  },
  {
    capability: 'USERS_UPDATE',
    versions: PARTY,
    operation: 'PATCH /users/{partyNumber}',
    confidence: 'documented',
    note: 'How a text is cleared is not documented (CPQ_CLEARED_TEXT).',
  },
  {
    capability: 'USERS_REPLACE',
    versions: FLAT,
    operation: 'PUT /companies/{company}/users/{login}',
    confidence: 'unknown',
    note: 'Replaces or creates; what becomes of properties that are left out is not said before version 13.',
  },
  {
    capability: 'USERS_REPLACE',
    versions: [...LOOKUP, '18'],
    operation: 'PUT /companies/{company}/users/{login}',
    confidence: 'documented',
    note: 'Replaces or creates; what is left out falls to its default, which is not told.',
  },
  {
    capability: 'USERS_REPLACE',
    versions: ['19'],
    operation: 'PUT /users/{partyNumber}, PUT /companies/{company}/users/{login}',
    confidence: 'documented',
    note: 'By party number it creates nobody, but where CPQ runs in Fusion.',
  },
  {
    capability: 'USERS_ACTIVATE',
    versions: [...FLAT, ...LOOKUP],
    operation: 'PATCH /companies/{company}/users/{login}',
    confidence: 'documented',
    note: 'Status 1 is active, 0 inactive; a third is not documented.',
  },
  {
    capability: 'USERS_ACTIVATE',
    versions: PARTY,
    operation: 'PATCH /users/{partyNumber}',
    confidence: 'documented',
    note: 'Status 1 is active, 0 inactive; a third is not documented.',
  },
  {
    capability: 'ROLES_ASSIGN',
    versions: LOOKUP,
    operation: 'PUT /companies/{company}/users/{login}/groups',
    confidence: 'inferred',
    note: 'The call is documented; its body is that of the same call by party number.',
  },
  {
    capability: 'ROLES_ASSIGN',
    versions: PARTY,
    operation: 'PUT /users/{partyNumber}/groups',
    confidence: 'documented',
    note: 'Replaces all memberships of the user.',
  },
  {
    capability: 'PASSWORDS_RESET',
    versions: ['6', '7', ...LOOKUP],
    operation: 'POST /companies/{company}/users/{login}/actions/resetPassword',
    confidence: 'documented',
    note: 'Services and developers, and users of the guest company, get the password that is sent; all others a temporary one by mail.',
  },
  {
    capability: 'PASSWORDS_RESET',
    versions: PARTY,
    operation:
      'POST /companies/{company}/users/{login}/actions/resetPassword, PATCH /users/{partyNumber}',
    confidence: 'documented',
    note: 'As before; besides a PATCH takes a password for everyone, and mails it if asked to.',
  },
];
