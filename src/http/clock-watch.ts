import type { Credential } from './upstream.ts';

/** A credential that also looks at the clocks of who answers. */
export interface ClockWatch {
  readonly credential: Credential;
  /** How far the clock of the last answer is ahead of ours, in seconds; `null`: no answer told its time. */
  skewSeconds(): number | null;
}

/** @param now the clock, in milliseconds since 1970 */
export function watchClock(credential: Credential, now: () => number): ClockWatch {
  let skew: number | null = null;
  return {
    skewSeconds: () => skew,
    credential: {
      ...credential,
      learn: (response) => {
        credential.learn?.(response);
        const told = Date.parse(response.headers['date'] ?? '');
        // The header leaves out the fraction of its second: half of one on average.
        if (!Number.isNaN(told)) skew = Math.round((told + 500 - now()) / 1000);
      },
    },
  };
}
