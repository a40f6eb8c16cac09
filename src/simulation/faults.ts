import type { Fault, Faults } from './simulator.ts';

interface ActiveFault {
  readonly fault: Fault;
  left: number;
}

export interface FaultBox extends Faults {
  /** The first fault that applies to an operation, used up by one. */
  take(operation: string): Fault | null;
}

export function createFaultBox(): FaultBox {
  const active = new Set<ActiveFault>();
  return {
    add: (fault) => {
      const entry = { fault, left: fault.times ?? Infinity };
      active.add(entry);
      return () => active.delete(entry);
    },
    clear: () => active.clear(),
    take: (operation) => {
      for (const entry of active) {
        if (entry.fault.operation !== undefined && entry.fault.operation !== operation) continue;
        entry.left -= 1;
        if (entry.left <= 0) active.delete(entry);
        return entry.fault;
      }
      return null;
    },
  };
}
