import type { Semantics } from '../documents/semantics.ts';
import type { Finding } from './finding.ts';

/** Tells every entry whose meaning is another one, or none any more. A new entry is told by nobody: it breaks nothing. */
export function compareSemantics(base: Semantics, now: Semantics): readonly Finding[] {
  return Object.entries(base).flatMap(([entry, before]) => {
    const after = now[entry];
    if (after === before) return [];
    return [after === undefined ? toRemoval(entry, before) : toChange(entry, before, after)];
  });
}

const ADVICE =
  'Clients cannot see it in the schema: keep the meaning, or announce the new one and waive it in schema-waivers.json.';

function toChange(entry: string, before: string, after: string): Finding {
  return meaning(
    `MEANING_CHANGED ${entry}`,
    `"${entry}" meant "${before}" and means "${after}" now, whether or not the SDL is equal.`,
  );
}

function toRemoval(entry: string, before: string): Finding {
  return meaning(
    `MEANING_REMOVED ${entry}`,
    `"${entry}" meant "${before}", and nothing is told of it any more.`,
  );
}

function meaning(id: string, message: string): Finding {
  return {
    id,
    level: 'ERROR',
    about: 'MEANING',
    message,
    advice: ADVICE,
    files: [],
    waivable: true,
  };
}
