import type { Backend } from '../domain/backend.ts';

/** What `/readyz` answers. */
export interface Readiness {
  readonly ready: boolean;
  readonly reason?: string;
  /** Only when asked for with `?detail`. */
  readonly backends?: readonly {
    readonly name: string;
    readonly status: string;
    readonly problem: string | null;
  }[];
}

/**
 * Ready means: this process answers. A backend that is down does not make it unready, or one dead backend would take
 * the other two off the net with it; it is shown in the detail.
 */
export function readinessOf(backends: readonly Backend[], detailed: boolean): Readiness {
  if (!detailed) return { ready: true };
  return {
    ready: true,
    backends: backends.map((backend) => {
      const { status, problem } = backend.health();
      return { name: backend.name, status, problem };
    }),
  };
}
