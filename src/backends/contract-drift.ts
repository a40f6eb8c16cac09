import { isJsonObject, type JsonObject } from '../http/json.ts';
import { answerSchema, operationsIn } from './contract-operations.ts';
import { shapesOf, type Shape } from './contract-schema.ts';

/** What an answer has and its contract does not say. */
export interface ContractDifference {
  /** `UNKNOWN`: properties that the contract does not name. `RETYPED`: a value of another type than it says. */
  readonly kind: 'UNKNOWN' | 'RETYPED';
  /**
   * Where it stands, in names of the contract alone: `items[].company.name`; `items[].*` for properties that the contract
   * does not name, since a name from outside may be anything, even a value; `(answer)` is the whole.
   */
  readonly field: string;
}

/** One answer of an operation was compared with its contract. */
export interface ContractSample {
  readonly backend: string;
  readonly operation: string;
  /** Each once, however many rows show it; empty: the answer is what the contract says. */
  readonly differences: readonly ContractDifference[];
}

export type ContractSampleObserver = (sample: ContractSample) => void;

/** Is shown every parsed answer to a read, and compares some of them. */
export type InspectAnswer = (operation: string, answer: unknown) => void;

/** Of what the gateway lends to a backend, what this takes. */
export interface InspectionServices {
  readonly name: string;
  /** Absent: no answer is compared. */
  readonly observeContract?: ContractSampleObserver;
  /** The clock, in milliseconds since 1970. */
  readonly now: () => number;
}

/** At most one answer of each operation is compared in this time. */
const SAMPLE_PAUSE_MS = 1_000;

/**
 * Watches for what a backend changes without notice. Readers ignore what they do not know and put up with much, so the
 * gateway goes on working; this is how its operators hear of it.
 *
 * @param contract an OpenAPI document; operations that it does not name are not compared
 */
export function inspectorFor(
  contract: JsonObject,
  { name: backend, observeContract: observe, now }: InspectionServices,
): InspectAnswer {
  if (observe === undefined) return () => {};
  const compareAnswer = comparing(contract);
  const comparedAt = new Map<string, number>();
  return (operation, answer) => {
    const isDue = now() - (comparedAt.get(operation) ?? -Infinity) >= SAMPLE_PAUSE_MS;
    const differences = isDue ? compareAnswer(operation, answer) : null;
    if (differences === null) return;
    comparedAt.set(operation, now());
    observe({ backend, operation, differences });
  };
}

/** What an operation's answer has and its contract does not say, each once; `null`: the contract has no such operation. */
export type CompareAnswer = (
  operation: string,
  answer: unknown,
) => readonly ContractDifference[] | null;

/**
 * @param nameUnknown what stands for a property that the contract does not name; a name of the backend's own making may
 *   be shown to an operator who asks, and to no log or metric
 */
export function comparing(
  contract: JsonObject,
  nameUnknown: (name: string) => string = () => '*',
): CompareAnswer {
  const schemas = new Map(
    operationsIn(contract).map(({ id, operation }) => [id, answerSchema(contract, operation)]),
  );
  const known = new Map<unknown, readonly Shape[]>();
  const formsOf = (schema: unknown): readonly Shape[] => {
    const forms = known.get(schema) ?? shapesOf(contract, schema);
    known.set(schema, forms);
    return forms;
  };
  return (operation, value) => {
    const schema = schemas.get(operation);
    if (schema === undefined) return null;
    const found = compare({ value, schema, path: '' }, { formsOf, nameUnknown });
    return [...new Map(found.map((one) => [`${one.kind} ${one.field}`, one])).values()];
  };
}

interface Comparison {
  /** The forms that a schema of the contract allows, found once for each. */
  readonly formsOf: (schema: unknown) => readonly Shape[];
  readonly nameUnknown: (name: string) => string;
}

interface Place {
  readonly value: unknown;
  readonly schema: unknown;
  readonly path: string;
}

type Differences = readonly ContractDifference[];

/** What is absent may be null. Of the forms that a schema allows, the one that is most alike counts. */
function compare({ value, schema, path }: Place, comparison: Comparison): Differences {
  if (value === null || value === undefined) return [];
  const forms = comparison.formsOf(schema);
  if (forms.length === 0) return [];
  const type = Array.isArray(value) ? 'array' : typeof value;
  const alike = forms.filter(({ types }) => types.size === 0 || types.has(type));
  if (alike.length === 0) return [{ kind: 'RETYPED', field: path || WHOLE }];
  const readings = alike.map((form) => compareParts({ value, path, form }, comparison));
  return readings.toSorted((left, right) => left.length - right.length)[0] ?? [];
}

const WHOLE = '(answer)';

interface Reading {
  readonly value: unknown;
  readonly form: Shape;
  readonly path: string;
}

function compareParts({ value, form, path }: Reading, comparison: Comparison): Differences {
  if (Array.isArray(value)) {
    return sampleOf(value).flatMap((element) =>
      compare({ value: element, schema: form.items, path: `${path}[]` }, comparison),
    );
  }
  return isJsonObject(value) ? compareProperties(value, { form, path }, comparison) : [];
}

function compareProperties(
  value: JsonObject,
  { form: { properties, isOpen }, path }: Pick<Reading, 'form' | 'path'>,
  comparison: Comparison,
): Differences {
  // Of an object without properties nothing is told.
  if (properties.size === 0) return [];
  const prefix = path === '' ? '' : `${path}.`;
  return Object.entries(value).flatMap(([name, part]): Differences => {
    const schema = properties.get(name);
    if (schema !== undefined) {
      return compare({ value: part, schema, path: `${prefix}${name}` }, comparison);
    }
    return isOpen ? [] : [{ kind: 'UNKNOWN', field: `${prefix}${comparison.nameUnknown(name)}` }];
  });
}

/** A list may hold a hundred thousand rows: a few of them, spread over it, are enough to see a change. */
const MAX_ELEMENTS = 10;

/** Other ones each time, so that a change of some rows is seen sooner or later. */
function sampleOf(elements: readonly unknown[]): readonly unknown[] {
  const step = Math.max(1, elements.length / MAX_ELEMENTS);
  const first = Math.random() * step;
  return Array.from(
    { length: Math.min(MAX_ELEMENTS, elements.length) },
    (_, index) => elements[Math.floor(first + index * step)],
  );
}
