import { GatewayError } from '../../../domain/errors.ts';

/** How far a list has been read. */
export interface ListPosition {
  /** Rows before it. */
  readonly offset: number;
  /** Whether CPQ narrowed the list by a query, as it counts other rows then. */
  readonly isNarrowed: boolean;
}

/** The offset in decimal; a star follows where CPQ refused the query and lists all users. */
export function toPosition({ offset, isNarrowed }: ListPosition): string {
  return `${offset}${isNarrowed ? '' : '*'}`;
}

/** @throws GatewayError BAD_USER_INPUT for text that `toPosition` cannot have made */
export function parsePosition(position: string | null): ListPosition {
  if (position === null) return { offset: 0, isNarrowed: true };
  const [whole, digits, star] = /^(0|[1-9]\d{0,14})(\*?)$/.exec(position) ?? [];
  if (whole === undefined) throw invalidPosition();
  return { offset: Number(digits), isNarrowed: star === '' };
}

/** A position in the users of all companies, read one company after the other in the order of their native ids. */
export interface WalkPosition extends ListPosition {
  readonly company: string;
}

export function toWalkPosition({ company, ...position }: WalkPosition): string {
  return `${encodeURIComponent(company.toWellFormed())}:${toPosition(position)}`;
}

/** @throws GatewayError BAD_USER_INPUT for text that `toWalkPosition` cannot have made */
export function parseWalkPosition(position: string | null): WalkPosition | null {
  if (position === null) return null;
  const [, encoded, rest] = /^([^:]+):(.+)$/.exec(position) ?? [];
  if (encoded === undefined || rest === undefined) throw invalidPosition();
  try {
    return { company: decodeURIComponent(encoded), ...parsePosition(rest) };
  } catch {
    throw invalidPosition();
  }
}

export function invalidPosition(): GatewayError {
  return new GatewayError(
    'BAD_USER_INPUT',
    'This is not a place in this list. Use a cursor as an earlier page of the same list gave it.',
  );
}
