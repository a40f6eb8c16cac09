import { SEVERITIES, type ChangeKind } from './change.ts';

/** What to do about a change of this kind, in words for its author. */
export function adviceFor(kind: ChangeKind): string {
  const instead = INSTEAD[kind] ?? 'Keep what clients rely on, and add what is new beside it.';
  return SEVERITIES[kind] === 'BREAKING' ? `${instead} ${WAIVE}` : instead;
}

const WAIVE = 'If every client has moved on, waive it in schema-waivers.json.';

const REMOVED =
  'Put it back, marked @deprecated with what to use instead, until nobody uses it any more.';
const OPTIONAL = 'Make it optional, or give it a default that means what its absence meant so far.';
const DEFAULT = 'Clients that leave it out get another answer: keep the default, or tell them.';

const INSTEAD: Partial<Record<ChangeKind, string>> = {
  TYPE_REMOVED: REMOVED,
  TYPE_REMOVED_FROM_UNION: REMOVED,
  VALUE_REMOVED_FROM_ENUM: REMOVED,
  FIELD_REMOVED: REMOVED,
  ARG_REMOVED: REMOVED,
  DIRECTIVE_REMOVED: REMOVED,
  DIRECTIVE_ARG_REMOVED: REMOVED,
  FIELD_CHANGED_KIND: 'Add a field of the new type under another name, and deprecate this one.',
  ARG_CHANGED_KIND: 'Add an argument of the new type under another name, and deprecate this one.',
  REQUIRED_ARG_ADDED: OPTIONAL,
  REQUIRED_INPUT_FIELD_ADDED: OPTIONAL,
  REQUIRED_DIRECTIVE_ARG_ADDED: OPTIONAL,
  ONE_OF_ADDED: 'Documents that give several fields are refused now: add a new input type instead.',
  VALUE_ADDED_TO_ENUM:
    'Clients that know every value meet a new one: see that they have a default branch.',
  TYPE_ADDED_TO_UNION: 'Clients that know every type meet a new one: see that they pass over it.',
  IMPLEMENTED_INTERFACE_ADDED:
    'Clients that know every type meet a new one: see that they pass over it.',
  OPTIONAL_ARG_ADDED: 'Its absence must mean what it meant so far.',
  OPTIONAL_INPUT_FIELD_ADDED: 'Its absence must mean what it meant so far.',
  ARG_DEFAULT_VALUE_CHANGE: DEFAULT,
  ARG_DEFAULT_VALUE_ADDED: DEFAULT,
  INPUT_FIELD_DEFAULT_VALUE_CHANGE: DEFAULT,
  DIRECTIVE_ARG_DEFAULT_VALUE_CHANGE: DEFAULT,
};
