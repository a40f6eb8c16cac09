import type { GraphQLScalarType } from 'graphql';
import { GraphQLDateTime } from 'graphql-scalars';

/** The form in which the domain keeps every moment. */
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/**
 * How the scalar `DateTime` is read and written: any RFC 3339 text becomes a `Date`, answers are UTC with milliseconds.
 * Only the functions, so that name, description and specification stay those of the SDL.
 *
 * It differs from the one of graphql-scalars only in that an instant of the domain passes through as it is: parsing and
 * printing it again would be most of the cost of a list with dates.
 */
export const dateTime: Pick<GraphQLScalarType, 'serialize' | 'parseValue' | 'parseLiteral'> = {
  serialize: (value) =>
    typeof value === 'string' && INSTANT.test(value) ? value : GraphQLDateTime.serialize(value),
  parseValue: (value) => GraphQLDateTime.parseValue(value),
  parseLiteral: (node, variables) => GraphQLDateTime.parseLiteral(node, variables),
};
