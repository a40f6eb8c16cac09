import type { EnvironmentVariable } from '../environment.ts';

/** Variables that belong together, under a heading for people. */
export interface VariableGroup {
  readonly title: string;
  readonly variables: readonly EnvironmentVariable[];
}

/** Every variable that the gateway itself reads, for the README and `.env.example`; backends declare their own. */
export const GATEWAY_VARIABLES: readonly VariableGroup[] = [
  {
    title: 'Server',
    variables: [
      { name: 'HOST', description: 'Address to listen on', defaultValue: '127.0.0.1' },
      { name: 'PORT', description: 'Port to listen on; 0: any free one', defaultValue: '4000' },
      {
        name: 'NODE_ENV',
        description:
          '`development`, `test` or `production`. With `production`: no pages for browsers, no demo unless DEMO asks for it, no origin of CORS but those listed',
        defaultValue: 'development',
      },
      {
        name: 'DEMO',
        description:
          '`true`: simulators of all backends answer, in this process. The default where no backend is configured, but for production',
        defaultValue: 'false',
      },
      {
        name: 'WORKERS',
        description:
          'Processes to run; more than 1 is refused: start the gateway several times behind a load balancer, with REDIS_URL',
        defaultValue: '1',
      },
      {
        name: 'CORS_ORIGINS',
        description:
          'Origins whose pages may call, separated by commas; outside production https://studio.apollographql.com besides',
      },
      {
        name: 'LOG_LEVEL',
        description: '`debug`, `info`, `warn`, `error` or `silent`; JSON lines on standard output',
        defaultValue: 'info',
      },
      {
        name: 'METRICS_TOKEN',
        description: 'Bearer token that `/metrics` asks for; absent: it asks for none',
        secret: true,
      },
      {
        name: 'OTEL_EXPORTER_OTLP_ENDPOINT',
        description: 'Base address of an OTLP/HTTP collector; absent: nothing is traced',
      },
    ],
  },
  {
    title: 'Callers',
    variables: [
      { name: 'AUTH_ISSUER', description: 'The `iss` that a caller’s JWT must have' },
      { name: 'AUTH_AUDIENCE', description: 'The `aud` that it must have' },
      { name: 'AUTH_JWKS_URL', description: 'Where the issuer publishes its keys' },
      {
        name: 'AUTH_ALGORITHMS',
        description: 'Algorithms that are accepted, asymmetric ones only',
        defaultValue: 'RS256,ES256,EdDSA',
      },
      {
        name: 'AUTH_PERMISSIONS_CLAIM',
        description:
          'Claim that lists permissions, with the values of the schema’s enum `Permission`; a dot may lead into an object',
        defaultValue: 'permissions',
      },
      {
        name: 'AUTH_COMPANIES_CLAIM',
        description:
          'Claim that lists the companies a caller sees, as `<backend>/<native id>` or `<backend>/*`; a token without it sees all',
        defaultValue: 'companies',
      },
      {
        name: 'AUTH_DISABLED',
        description:
          '`true`: every caller may do everything. Refused with a backend configured, unless HOST is a loopback address',
        defaultValue: 'false',
      },
    ],
  },
  {
    title: 'Reading',
    variables: [
      {
        name: 'CACHE_USERS_TTL_SECONDS',
        description: 'How long a user is kept; 0: not at all',
        defaultValue: '5',
      },
      {
        name: 'UPSTREAM_TIMEOUT_MS',
        description: 'The whole time of one read of a backend, retries included',
        defaultValue: '5000',
      },
      {
        name: 'REQUEST_DEADLINE_MS',
        description: 'The whole time of one request',
        defaultValue: '15000',
      },
      {
        name: 'MAX_UPSTREAM_CALLS_PER_OPERATION',
        description: 'Calls to backends that the reads of one operation may take',
        defaultValue: '500',
      },
    ],
  },
  {
    title: 'Limits of a request',
    variables: [
      { name: 'MAX_BODY_BYTES', description: 'Bytes of the body', defaultValue: '1048576' },
      { name: 'MAX_QUERY_DEPTH', description: 'Fields inside fields', defaultValue: '16' },
      { name: 'MAX_QUERY_TOKENS', description: 'Tokens of the document', defaultValue: '4000' },
      { name: 'MAX_QUERY_ALIASES', description: 'Aliases of an operation', defaultValue: '30' },
      { name: 'MAX_ROOT_FIELDS', description: 'Root fields of an operation', defaultValue: '20' },
      { name: 'MAX_DIRECTIVES', description: 'Directives of the document', defaultValue: '50' },
      {
        name: 'MAX_QUERY_COST',
        description:
          'Fields that the answer can hold, each as often as its lists may repeat it with the variables’ values',
        defaultValue: '50000',
      },
      {
        name: 'OPERATIONS_SAFELIST',
        description:
          '`off`; `log` tells of documents that are not in `operations/`; `enforce` refuses them',
        defaultValue: 'off',
      },
    ],
  },
  {
    title: 'Writes',
    variables: [
      {
        name: 'RESETS_PER_CALLER_PER_MINUTE',
        description: 'Password resets that one caller may ask for; 0: any number',
        defaultValue: '120',
      },
      {
        name: 'RESETS_PER_TARGET_PER_HOUR',
        description: 'Resets of one account; 0: any number',
        defaultValue: '5',
      },
      {
        name: 'RESETS_PER_BACKEND_PER_MINUTE',
        description: 'Resets in one backend; 0: any number',
        defaultValue: '600',
      },
      {
        name: 'REDIS_URL',
        description:
          'Redis or Valkey, `redis://` or `rediss://`, in which replicas share the ledger and the budgets of resets; absent: this process’s memory',
        secret: true,
      },
      {
        name: 'LEDGER_KEY',
        description:
          'Key of the hashes in the ledger, 16 characters at least, the same for all replicas; needed beside REDIS_URL',
        secret: true,
      },
      {
        name: 'AUDIT_FILE',
        description: 'File that audit records are appended to; absent: standard output',
      },
      {
        name: 'AUDIT_SIGNING_KEY',
        description:
          'Key that signs the checkpoints of the audit, 16 characters at least; absent: they are not signed',
        secret: true,
      },
    ],
  },
];
