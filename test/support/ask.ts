import { ApolloServer } from '@apollo/server';
import type { AuditEntry, AuditLog } from '../../src/domain/audit.ts';
import type { Backend } from '../../src/domain/backend.ts';
import { ALL_PERMISSIONS, type Caller } from '../../src/domain/caller.ts';
import { createContext, type GatewayContext } from '../../src/graphql/context.ts';
import { createErrorReporting } from '../../src/graphql/error-plugin.ts';
import { createErrorFormatter, type DefectFields } from '../../src/graphql/format-error.ts';
import { oneResetRule } from '../../src/graphql/one-reset-rule.ts';
import { createGatewaySchema } from '../../src/graphql/schema.ts';
import { createCallBudget } from '../../src/services/call-budget.ts';
import { createIdempotency } from '../../src/services/idempotency/idempotency.ts';
import { createPasswordResets } from '../../src/services/password-resets/password-resets.ts';
import { createResetBudgets } from '../../src/services/password-resets/reset-budgets.ts';
import { createUserWrites } from '../../src/services/user-writes/write-user.ts';
import { createMemoryLedger } from '../../src/storage/ledger.ts';

/** A caller who may do everything. */
export const ANN: Caller = {
  subject: 'ann',
  identities: ['ann'],
  permissions: ALL_PERMISSIONS,
  scope: null,
};

export interface Asking {
  readonly variables?: Record<string, unknown>;
  readonly operationName?: string;
  readonly caller?: Caller | null;
  readonly hideSuggestions?: boolean;
}

/** The schema over some backends, without HTTP. What was recorded stays to be looked at. */
export interface Asker {
  readonly defects: DefectFields[];
  readonly audited: AuditEntry[];
  ask(query: string, asking?: Asking): Promise<Answer>;
}

export interface Answer {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads what it expects to be there
  readonly data: any;
  readonly errors:
    | readonly {
        readonly message: string;
        readonly path?: readonly (string | number)[];
        readonly extensions?: Readonly<Record<string, unknown>>;
      }[]
    | undefined;
}

export interface AskerOptions {
  /** Called for every audit entry before it counts as recorded. */
  readonly onAudit?: (entry: AuditEntry) => void;
}

const schema = createGatewaySchema();

export function createAsker(
  backends: readonly Backend[],
  { onAudit = () => {} }: AskerOptions = {},
): Asker {
  const defects: DefectFields[] = [];
  const audited: AuditEntry[] = [];
  const log = { error: (_message: string, fields: DefectFields) => void defects.push(fields) };
  const audit: AuditLog = {
    record: async (entry) => {
      onAudit(entry);
      audited.push(entry);
    },
  };
  const services = createServices(audit);

  return {
    defects,
    audited,
    ask: async (
      query,
      { variables, operationName, caller = ANN, hideSuggestions = false } = {},
    ) => {
      const reporting = createErrorReporting(createErrorFormatter({ log, hideSuggestions }));
      const apollo = new ApolloServer<GatewayContext>({
        schema,
        formatError: reporting.formatError,
        plugins: [reporting.plugin],
        validationRules: [oneResetRule],
        stopOnTerminationSignals: false,
      });
      const { signal } = new AbortController();
      const contextValue = createContext({
        requestId: 'request-1',
        caller,
        backends,
        signal,
        timeout: signal,
        budget: createCallBudget(1000),
        services,
      });
      try {
        const request = {
          query,
          ...(variables && { variables }),
          ...(operationName && { operationName }),
        };
        const { body } = await apollo.executeOperation(request, { contextValue });
        if (body.kind !== 'single') throw new Error('The answer came in parts.');
        return JSON.parse(JSON.stringify(body.singleResult)) as Answer;
      } finally {
        await apollo.stop();
      }
    },
  };
}

function createServices(audit: AuditLog): GatewayContext['services'] {
  const tools = {
    audit,
    log: { error: () => {} },
    idempotency: createIdempotency({
      ledger: createMemoryLedger(),
      ledgerKey: null,
      longestRunMs: 60_000,
      log: { error: () => {} },
      now: Date.now,
    }),
    budgets: createResetBudgets({
      perCallerPerMinute: 0,
      perTargetPerHour: 0,
      perBackendPerMinute: 0,
    }),
  };
  return { userWrites: createUserWrites(tools), passwordResets: createPasswordResets(tools) };
}
