import { GraphQLScalarType } from 'graphql';
import { GraphQLDateTime } from 'graphql-scalars';

/** The form in which the domain keeps every moment. */
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/**
 * The scalar `DateTime`. Reads any RFC 3339 text into a `Date` and writes UTC with milliseconds.
 *
 * It differs from the one of graphql-scalars only in that an instant of the domain passes through as it is: parsing and
 * printing it again would be most of the cost of a list with dates.
 */
export const DateTime = new GraphQLScalarType<Date, Date | string>({
  ...GraphQLDateTime.toConfig(),
  serialize: (value) =>
    typeof value === 'string' && INSTANT.test(value) ? value : GraphQLDateTime.serialize(value),
});
