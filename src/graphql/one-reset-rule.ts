import type { ASTVisitor, ValidationContext } from 'graphql';
import { GatewayError } from '../domain/errors.ts';
import { refusal } from '../security/refusal.ts';

const FIELD = 'resetPassword';

/**
 * A validation rule: `resetPassword` stands at most once in a document, under whatever alias, in whichever fragment or
 * operation, so that no document resets many passwords past the limits of `resetPasswords`.
 */
export function oneResetRule(context: ValidationContext): ASTVisitor {
  const mutation = context.getSchema().getMutationType()?.name;
  let found = 0;
  return {
    Field: (node) => {
      if (node.name.value !== FIELD || context.getParentType()?.name !== mutation) return;
      found += 1;
      if (found === 2) context.reportError(refusal(severalResets(), { node }));
    },
  };
}

function severalResets(): GatewayError {
  return new GatewayError(
    'BAD_USER_INPUT',
    'resetPassword can stand only once in a document. Use resetPasswords for several users.',
  );
}
