declare global {
  // Part of ECMAScript's "JSON.parse source text access", not yet in the type library.
  interface JSON {
    rawJSON(text: string): RawJson;
  }
}

/** A number that goes out digit by digit, however large. */
export interface RawJson {
  readonly rawJSON: string;
}

export type JsonValue =
  null | boolean | number | string | RawJson | readonly JsonValue[] | JsonObject;

/** An object on the wire; a property that is `undefined` is left out. */
export interface JsonObject {
  readonly [name: string]: JsonValue | undefined;
}

/** Writes an integer beyond 2^53 as a bare JSON number; a JS number would round it. */
export function toBareNumber(value: bigint): RawJson {
  return JSON.rawJSON(value.toString());
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
