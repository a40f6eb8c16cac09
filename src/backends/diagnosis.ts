import { GatewayError, type GatewayErrorCode } from '../domain/errors.ts';
import type { ReadContext } from '../domain/read-context.ts';
import type { ClockWatch } from '../http/clock-watch.ts';
import type { JsonObject } from '../http/json.ts';
import { comparing, type ContractDifference, type InspectAnswer } from './contract-drift.ts';

/** What is found when a backend is asked for one cheap read. Nothing of it holds a secret. */
export interface Diagnosis {
  /** Up to where the operations' paths begin. */
  readonly address: string;
  /** Who the gateway is there. */
  readonly credential: string;
  /** Version of the interface in use. */
  readonly version: string;
  readonly checks: readonly DiagnosisCheck[];
}

export interface DiagnosisCheck {
  /** NOT_CHECKED: there was nothing to look at, which is no fault of the backend. */
  readonly verdict: 'OK' | 'WARNING' | 'FAILED' | 'NOT_CHECKED';
  readonly text: string;
}

export interface DiagnosisOptions {
  /** Whether to compare what the vendor publishes, too. */
  readonly contract: boolean;
}

/** Reads for a diagnosis are bound to no request and no budget. */
export function diagnosisContext({ timeoutMs }: { readonly timeoutMs: number }): ReadContext {
  return { signal: AbortSignal.timeout(timeoutMs), budget: { take: () => {} }, fresh: true };
}

/**
 * Tries something that may fail as backends fail.
 *
 * @param attempt answers with what to tell of its success
 */
export async function check(attempt: () => Promise<string>): Promise<DiagnosisCheck> {
  try {
    return { verdict: 'OK', text: await attempt() };
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error;
    return { verdict: 'FAILED', text: `${describe(error)} ${ADVICE[error.code] ?? ''}`.trim() };
  }
}

/** The failure with what is known of its cause. */
function describe({ message, code, safeCause }: GatewayError): string {
  const { status, code: nativeCode, name } = safeCause ?? {};
  const cause = nativeCode ?? (status === undefined ? name : `HTTP ${status}`);
  return `${message} (${[code, cause].filter(Boolean).join(', ')})`;
}

const ADVICE: Partial<Record<GatewayErrorCode, string>> = {
  BACKEND_CREDENTIAL_REJECTED:
    'Look at the variables of its credential, and at what that account may do.',
  BACKEND_UNAVAILABLE: 'Look at its address, at the network, and whether it is up.',
  BACKEND_THROTTLED: 'Try again later.',
  BACKEND_REJECTED:
    'Look at what its variables name, such as address, version or directory: it is not there.',
  BACKEND_CONTRACT_VIOLATION:
    'Look at its address and version: what answers there is not this interface, or it has changed.',
};

/**
 * Compares the clocks.
 *
 * @param limitSeconds from which on the backend refuses; `null`: none is known, and a minute is worth a warning
 */
export function checkClock(watch: ClockWatch, limitSeconds: number | null): DiagnosisCheck {
  const skew = watch.skewSeconds();
  if (skew === null) return { verdict: 'NOT_CHECKED', text: 'Clock: no answer told its time.' };
  const apart = `Clock: ${Math.abs(skew)} s ${skew < 0 ? 'behind' : 'ahead of'} ours.`;
  if (limitSeconds !== null && Math.abs(skew) >= limitSeconds) {
    return {
      verdict: 'FAILED',
      text: `${apart} From ${limitSeconds} s on it refuses. Set this machine's clock.`,
    };
  }
  if (Math.abs(skew) >= WORTH_A_WARNING_SECONDS) {
    return {
      verdict: 'WARNING',
      text: `${apart} Tokens may seem expired or not yet valid. Set this machine's clock.`,
    };
  }
  return { verdict: 'OK', text: apart };
}

const WORTH_A_WARNING_SECONDS = 60;

/**
 * Reads what a vendor publishes and compares it; that it cannot be read is no fault of the backend.
 *
 * @param what is read, as a part of a sentence
 */
export async function checkPublished(
  what: string,
  compare: () => Promise<readonly DiagnosisCheck[]>,
): Promise<readonly DiagnosisCheck[]> {
  try {
    return await compare();
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error;
    const text = `Contract: ${what} cannot be read. ${describe(error)}`;
    return [{ verdict: 'NOT_CHECKED', text }];
  }
}

/** Compares the answers of a diagnosis with the contract, and tells its findings with the backend's own names. */
export function compareAnswers(contract: JsonObject): {
  readonly inspect: InspectAnswer;
  readonly checks: () => readonly DiagnosisCheck[];
} {
  const compareAnswer = comparing(contract, plainName);
  const found: DiagnosisCheck[] = [];
  let isCompared = false;
  return {
    inspect: (operation, answer) => {
      const differences = compareAnswer(operation, answer);
      isCompared ||= differences !== null;
      for (const { kind, field } of differences ?? []) {
        const text = `Answer: ${field} of ${operation} ${FINDINGS[kind]}.`;
        found.push({ verdict: 'WARNING', text });
      }
    },
    checks: () => {
      if (!isCompared)
        return [{ verdict: 'NOT_CHECKED', text: 'Answer: there was none to compare.' }];
      return found.length > 0
        ? found
        : [{ verdict: 'OK', text: 'Answer: it holds what its contract says.' }];
    },
  };
}

const FINDINGS: Readonly<Record<ContractDifference['kind'], string>> = {
  UNKNOWN: 'is not in the contract: the gateway reads past it',
  RETYPED: 'is of another type than the contract says',
};

/** A property that is called like data, not like a property, is not shown. */
function plainName(name: string): string {
  return /^[A-Za-z_]\w{0,63}$/.test(name) ? name : '*';
}

/** @param differences sentences; empty: none */
export function contractChecks(differences: readonly string[]): readonly DiagnosisCheck[] {
  if (differences.length === 0) {
    return [{ verdict: 'OK', text: 'Contract: nothing that the gateway uses differs.' }];
  }
  return differences.map((text) => ({ verdict: 'WARNING', text: `Contract: ${text}` }));
}
