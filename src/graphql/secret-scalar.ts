import type { GraphQLScalarType } from 'graphql';
import { Secret } from '../domain/secret.ts';
import { PlainError } from './echo-guard.ts';

/**
 * How the scalar `Secret` is read: text of a variable becomes a domain `Secret`, whatever the text, so that an empty one
 * reaches the service that refuses it. No message holds a value.
 *
 * Errors are of a kind that graphql-js passes on: any other it wraps in a message that quotes the literal.
 */
export const secretScalar: Pick<GraphQLScalarType, 'serialize' | 'parseValue' | 'parseLiteral'> = {
  serialize: () => {
    throw new Error('A secret is never answered with.');
  },
  parseValue: (value) => {
    if (typeof value !== 'string') throw new PlainError('A Secret must be text.');
    return new Secret(value);
  },
  parseLiteral: (node) => {
    throw new PlainError('A Secret must be given as a variable, never in the document.', node);
  },
};
