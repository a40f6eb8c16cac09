import type { BackendVersion, CapabilityFact } from '../description.ts';

const BASE_URL = 'https://host.example/cloudapi/restapi';

/** Version 2 has a place in addresses, but no operation of it is documented. */
export const VERSIONS: readonly BackendVersion[] = [
  {
    name: '1',
    environment: {
      CLOUD_ADMINISTRATION_BASE_URL: BASE_URL,
      CLOUD_ADMINISTRATION_API_VERSION: '1',
      CLOUD_ADMINISTRATION_USERNAME: 'invented',
      CLOUD_ADMINISTRATION_PASSWORD: 'invented',
    },
  },
  {
    name: '3',
    environment: {
      CLOUD_ADMINISTRATION_BASE_URL: BASE_URL,
      CLOUD_ADMINISTRATION_TOKEN: 'invented',
    },
  },
];

const ALL = ['1', '3'];

/** From Oracle's pages on the REST API for user administration, releases 20 to 26. Version 1 lacks the segment `/v3`. */
export const FACTS: readonly CapabilityFact[] = [
  {
    capability: 'USERS_READ',
    versions: ALL,
    operation: 'GET /v3/user/{userId}',
    confidence: 'documented',
    note: 'By loginId; that an unknown one answers 400 rather than 404 is inferred from the statuses it lists.',
  },
  {
    capability: 'USERS_LIST',
    versions: ALL,
    operation: 'GET /v3/user',
    confidence: 'documented',
    note: 'The whole list at once: no pages, filters or fields. It is kept for 30 seconds.',
  },
  {
    capability: 'ROLES_READ',
    versions: ALL,
    operation: 'GET /v3/roles, GET /v3/user',
    confidence: 'documented',
    note: 'Members come from the list of users. From release 25.6 names may bear a tenant prefix.',
  },
  {
    capability: 'COMPANIES_READ',
    versions: ALL,
    operation: 'GET /v3/user',
    confidence: 'inferred',
    note: 'No operation reads companies: they are the organizations of the users, so one without users is not seen.',
  },
  {
    capability: 'USERS_CREATE',
    versions: ALL,
    operation: 'POST /v3/user, GET /v3/user/status/{jobId}',
    confidence: 'documented',
    note: 'A job, one at a time; which status refuses a second one is not documented.',
  },
  {
    capability: 'USERS_UPDATE',
    versions: ALL,
    operation: 'POST /v3/user, GET /v3/user/status/{jobId}',
    confidence: 'inferred',
    note: 'That what is left out stays is not said, so everything is sent back as read. What clears is unknown (CLOUD_ADMINISTRATION_CLEAR_AS).',
  },
  {
    capability: 'USERS_ACTIVATE',
    versions: ALL,
    operation: 'PUT /v3/user/change-status',
    confidence: 'unknown',
    note: 'The call is documented; neither its answer nor whether `disabled` or `status` decides is (CLOUD_ADMINISTRATION_SEND_STATUS). The account is read again.',
  },
  {
    capability: 'USERS_UNLOCK',
    versions: ALL,
    operation: 'PUT /v3/user/change-lock',
    confidence: 'unknown',
    note: 'The call is documented, its answer is not. The account is read again.',
  },
  {
    capability: 'USERS_DELETE',
    versions: ALL,
    operation: 'POST /v3/user, GET /v3/user/status/{jobId}',
    confidence: 'documented',
    note: 'By the list `deleted` of a job.',
  },
  {
    capability: 'ROLES_ASSIGN',
    versions: ALL,
    operation: 'POST /v3/user, GET /v3/user/status/{jobId}',
    confidence: 'documented',
    note: 'The list of roles replaces the one before it.',
  },
  {
    capability: 'PASSWORDS_RESET',
    versions: ALL,
    operation:
      'PUT /v3/user/manual-reset-pwd/{isEmailPasswd}, PUT /v3/user/{userId}/auto-reset-pwd',
    confidence: 'documented',
    note: 'What a notification holds is not documented: it is treated as disclosing the password.',
  },
];
