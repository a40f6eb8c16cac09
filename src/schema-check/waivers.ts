import { isJsonObject, parseJson } from '../http/json.ts';
import type { Finding } from './finding.ts';

export const WAIVERS_FILE = 'schema-waivers.json';

/** An accepted finding. */
export interface Waiver {
  /** Id of the finding, e.g. `FIELD_REMOVED User.email`. */
  readonly change: string;
  readonly reason: string;
  /** `YYYY-MM-DD`: the last day, in UTC, on which it holds. */
  readonly expires: string;
}

/** The file's waivers, and what is wrong with it. */
export interface ReadWaivers {
  readonly waivers: readonly Waiver[];
  readonly findings: readonly Finding[];
}

/** @param text of the file; `null`: there is none. A waiver that has expired is an error, even when nothing needs it */
export function readWaivers(text: string | null, nowMs: number): ReadWaivers {
  if (text === null) return { waivers: [], findings: [] };
  const list = parseJson(text);
  if (!Array.isArray(list)) {
    return {
      waivers: [],
      findings: [problem('WAIVERS_UNREADABLE', `${WAIVERS_FILE} is no JSON list.`, SHAPE)],
    };
  }
  const waivers: Waiver[] = [];
  const findings: Finding[] = [];
  for (const [index, entry] of list.entries()) {
    const waiver = parseWaiver(entry);
    if (waiver === null) {
      findings.push(
        problem('WAIVERS_UNREADABLE', `Entry ${index + 1} of ${WAIVERS_FILE} is no waiver.`, SHAPE),
      );
    } else if (Date.parse(waiver.expires) + DAY_MS <= nowMs) {
      findings.push(expired(waiver));
    } else waivers.push(waiver);
  }
  return { waivers, findings };
}

/** Accepts what is waived, and warns of waivers that nothing needs. */
export function applyWaivers(
  findings: readonly Finding[],
  waivers: readonly Waiver[],
): readonly Finding[] {
  const byChange = new Map(waivers.map((waiver) => [waiver.change, waiver]));
  const unused = waivers.filter(({ change }) => !findings.some(({ id }) => id === change));
  return [
    ...findings.map((finding): Finding => {
      const waiver = finding.waivable ? byChange.get(finding.id) : undefined;
      if (waiver === undefined || finding.level !== 'ERROR') return finding;
      const advice = `Waived until ${waiver.expires}: ${waiver.reason}`;
      return { ...finding, level: 'WAIVED', advice };
    }),
    ...unused.map(toUnused),
  ];
}

const DAY_MS = 24 * 60 * 60 * 1000;

const SHAPE =
  'Write a list of {"change": "<id of the finding>", "reason": "<why it is accepted>", "expires": "<YYYY-MM-DD>"}.';

function parseWaiver(entry: unknown): Waiver | null {
  if (!isJsonObject(entry)) return null;
  const { change, reason, expires } = entry;
  if (typeof change !== 'string' || typeof reason !== 'string' || typeof expires !== 'string') {
    return null;
  }
  if (change === '' || reason.trim() === '') return null;
  return isDay(expires) ? { change, reason, expires } : null;
}

/** Whether it is a day of the calendar: `Date.parse` takes the 31st of February for the 3rd of March. */
function isDay(text: string): boolean {
  const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text) : NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

function expired({ change, expires }: Waiver): Finding {
  return problem(
    `WAIVER_EXPIRED ${change}`,
    `The waiver of "${change}" ended with ${expires}.`,
    `Remove it from ${WAIVERS_FILE}, or, if the change is still to come, say why it must hold longer and set a later date.`,
  );
}

function toUnused({ change }: Waiver): Finding {
  const message = `Nothing of the comparison needs the waiver of "${change}".`;
  const advice = `Remove it from ${WAIVERS_FILE} once the change is part of the base. If it is meant for a finding above, write that one's id.`;
  return { ...problem(`WAIVER_UNUSED ${change}`, message, advice), level: 'WARNING' };
}

function problem(id: string, message: string, advice: string): Finding {
  return {
    id,
    level: 'ERROR',
    about: 'WAIVER',
    message,
    advice,
    files: [WAIVERS_FILE],
    waivable: false,
  };
}
