const REDACTED = '[secret]';

/** Node's inspection hook, by its registered name: the domain imports nothing. */
const INSPECT = Symbol.for('nodejs.util.inspect.custom');

/**
 * A password or credential on its way to an upstream request. It prints as `[secret]` in text, JSON and inspection;
 * `reveal` is called only where the upstream request is written.
 */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  /** The value in the clear. */
  reveal(): string {
    return this.#value;
  }

  /** Length in UTF-16 code units. */
  get length(): number {
    return this.#value.length;
  }

  /** Whether it can be written as UTF-8 without changing: half of a surrogate pair cannot. */
  get isWellFormed(): boolean {
    return this.#value.isWellFormed();
  }

  toString(): string {
    return REDACTED;
  }

  toJSON(): string {
    return REDACTED;
  }

  [INSPECT](): string {
    return REDACTED;
  }
}
