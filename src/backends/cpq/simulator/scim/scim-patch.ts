import { isRecord } from '../http/json.ts';
import { badRequest } from '../http/problem.ts';
import type { ScimBody } from './scim-model.ts';

type Attributes = Record<string, unknown>;

interface Target {
  readonly attribute: string;
  /** Chooses items of a list, as `emails[type eq "work"]`. */
  readonly filter: { readonly name: string; readonly value: string } | null;
  readonly part: string | null;
}

/**
 * Carries out `Operations` in their order: add, replace and remove, with a path that may hold a filter. The verb stands
 * in `op`, as SCIM has it, or in `operation`, as CPQ's reference prints it.
 *
 * @throws Problem 400
 */
export function patchScim(user: ScimBody, body: ScimBody): ScimBody {
  const operations = body['Operations'];
  if (!Array.isArray(operations)) throw badRequest('Operations is required', 'Operations');
  const patched: Attributes = structuredClone(user);
  for (const operation of operations) applyOperation(patched, operation);
  return patched;
}

function applyOperation(user: Attributes, operation: unknown): void {
  if (!isRecord(operation)) throw badRequest('An operation is not an object.', 'Operations');
  const { path, value } = operation;
  const verb = String(operation['op'] ?? operation['operation']).toLowerCase();
  if (!['add', 'replace', 'remove'].includes(verb))
    throw badRequest('An operation is not one of add, replace, remove.', 'Operations');
  if (typeof path === 'string')
    return setAt(user, readPath(path), verb === 'remove' ? null : value, verb);
  if (verb === 'remove' || !isRecord(value))
    throw badRequest('An operation without a path needs an object.', 'Operations');
  for (const [name, part] of Object.entries(value)) assign(user, name, part);
}

function readPath(path: string): Target {
  const match = /^(\w+)(?:\[(\w+) eq "([^"]*)"\])?(?:\.(\w+))?$/.exec(path);
  if (match === null) throw badRequest('A path cannot be read.', 'Operations');
  const [, attribute = '', name, value, part] = match;
  const filter = name === undefined ? null : { name, value: value ?? '' };
  return { attribute, filter, part: part ?? null };
}

function setAt(user: Attributes, target: Target, value: unknown, verb: string): void {
  const { attribute, filter, part } = target;
  if (filter !== null) return setItems(user, target, value);
  const before = user[attribute];
  if (part !== null) {
    const parent = isRecord(before) ? { ...before } : {};
    assign(parent, part, value);
    user[attribute] = parent;
  } else if (verb === 'add' && Array.isArray(before) && Array.isArray(value)) {
    user[attribute] = [...(before as readonly unknown[]), ...(value as readonly unknown[])];
  } else {
    assign(user, attribute, value);
  }
}

function setItems(user: Attributes, { attribute, filter, part }: Target, value: unknown): void {
  const items: unknown = user[attribute];
  const list: readonly unknown[] = Array.isArray(items) ? items : [];
  user[attribute] = list.flatMap((item) => {
    if (!isRecord(item) || String(item[filter?.name ?? '']) !== filter?.value) return [item];
    if (part === null) return value === null ? [] : [value];
    return [{ ...item, [part]: value }];
  });
}

/** An extension that is itself an object is merged, anything else replaced; `null` takes the attribute away. */
function assign(target: Attributes, name: string, value: unknown): void {
  const before = target[name];
  if (value === null || value === undefined) Reflect.deleteProperty(target, name);
  else if (isRecord(before) && isRecord(value)) target[name] = { ...before, ...value };
  else target[name] = value;
}
