import type { AuditLog } from '../../domain/audit.ts';
import type { WriteEvent } from '../../observability/events.ts';

/**
 * Tells an observer how every write and reset ended, as its record says: what is counted and what is on record cannot
 * differ. An end that could not be recorded is told all the same; a replay of an earlier outcome is none.
 */
export function observeWrites(audit: AuditLog, observe: (event: WriteEvent) => void): AuditLog {
  return {
    record: async (entry) => {
      const { phase, mutation, backend, status } = entry;
      if (phase !== 'INTENT' && status !== undefined) observe({ mutation, backend, status });
      await audit.record(entry);
    },
  };
}
