import type { Secret } from '../domain/secret.ts';
import type { EnvironmentReader } from '../environment.ts';

/** What stands between a caller and a write. */
export interface WriteGuardsConfig {
  /** Budgets of password resets; 0: no limit. */
  readonly resetsPerCallerPerMinute: number;
  readonly resetsPerTargetPerHour: number;
  readonly resetsPerBackendPerMinute: number;
  /** `null`: the ledger is this process's memory. */
  readonly redis: RedisConfig | null;
  /** `null`: audit records go to standard output. */
  readonly auditFile: string | null;
  /** `null`: checkpoints of the audit are not signed. */
  readonly auditSigningKey: Secret | null;
}

export interface RedisConfig {
  /** May hold a user name and password, so it is a secret as a whole. */
  readonly url: Secret;
  /** Key of the hashes of requests and idempotency keys; all replicas need the same. */
  readonly ledgerKey: Secret;
}

const MIN_KEY_LENGTH = 16;

export function readWriteGuards(reader: EnvironmentReader): WriteGuardsConfig {
  const budget = { min: 0, max: 1_000_000 };
  return {
    resetsPerCallerPerMinute: reader.integer('RESETS_PER_CALLER_PER_MINUTE', {
      ...budget,
      default: 120,
    }),
    resetsPerTargetPerHour: reader.integer('RESETS_PER_TARGET_PER_HOUR', { ...budget, default: 5 }),
    resetsPerBackendPerMinute: reader.integer('RESETS_PER_BACKEND_PER_MINUTE', {
      ...budget,
      default: 600,
    }),
    redis: readRedis(reader),
    auditFile: reader.text('AUDIT_FILE'),
    auditSigningKey: readKey(reader, 'AUDIT_SIGNING_KEY'),
  };
}

function readRedis(reader: EnvironmentReader): RedisConfig | null {
  const url = reader.secret('REDIS_URL');
  const ledgerKey = readKey(reader, 'LEDGER_KEY');
  if (url === null) {
    if (ledgerKey !== null) reader.problem('LEDGER_KEY has no use without REDIS_URL.');
    return null;
  }
  if (!/^rediss?:$/.test(URL.parse(url.reveal())?.protocol ?? '')) {
    reader.problem('REDIS_URL must begin with redis:// or rediss://.');
  }
  if (ledgerKey === null) {
    reader.problem(
      'LEDGER_KEY must be set beside REDIS_URL: it keys the hashes that the replicas share.',
    );
    return null;
  }
  return { url, ledgerKey };
}

function readKey(reader: EnvironmentReader, name: string): Secret | null {
  const key = reader.secret(name);
  if (key !== null && key.length < MIN_KEY_LENGTH) {
    reader.problem(`${name} must be at least ${MIN_KEY_LENGTH} characters long.`);
  }
  return key;
}
