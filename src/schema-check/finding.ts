/** Something that the check tells. */
export interface Finding {
  /** Names it for a waiver, e.g. `FIELD_REMOVED User.email`. */
  readonly id: string;
  /** ERROR fails the check, WARNING does not, WAIVED would fail it without its waiver. */
  readonly level: 'ERROR' | 'WARNING' | 'WAIVED';
  readonly about: 'SCHEMA' | 'MEANING' | 'OPERATION' | 'LINT' | 'DOCUMENT' | 'WAIVER';
  /** What is found. */
  readonly message: string;
  /** What to do about it. */
  readonly advice: string;
  /** Files concerned, below the project's folder. */
  readonly files: readonly string[];
  /** Whether a waiver may accept it: only what is told by comparison with a base. */
  readonly waivable: boolean;
}
