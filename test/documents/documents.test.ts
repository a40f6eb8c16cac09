import { describe, expect, it } from 'vitest';
import type { BackendDefinition } from '../../src/backends/definition.ts';
import type { CapabilityFact } from '../../src/backends/description.ts';
import { backendDefinitions } from '../../src/backends/registry.ts';
import { capabilitiesPage } from '../../src/documents/capabilities-page.ts';
import { semanticsOf } from '../../src/documents/semantics.ts';
import { createGatewaySchema } from '../../src/graphql/schema.ts';

function withFacts(
  name: string,
  change: (facts: readonly CapabilityFact[]) => readonly CapabilityFact[],
): readonly BackendDefinition[] {
  return backendDefinitions.map((definition) => {
    const description = definition.describe?.();
    if (definition.name !== name || description === undefined) return definition;
    return {
      ...definition,
      describe: () => ({ ...description, facts: change(description.facts) }),
    };
  });
}

describe('the page of capabilities', () => {
  const page = capabilitiesPage(backendDefinitions);

  it.each([
    [/^\| PASSWORDS_RESET +\| – +\| documented \| documented \|/m, 'CPQ 5 resets no passwords'],
    [/^\| USERS_LIST +\| – +\| – +\| – +\| documented \|/m, 'CPQ 5 to 7 cannot list'],
    [/^\| USERS_UNLOCK +\| unknown +\| unknown +\|$/m, 'an unlock of Cloud Administration'],
    [/^\| COMPANIES_READ +\| – +\|$/m, 'CloudSSO has no companies'],
  ])('tells by the ports and the facts: %s (%s)', (row) => {
    expect(page).toMatch(row);
  });

  it('is not made while a capability that is there has no fact', () => {
    const definitions = withFacts('cloud-sso', (facts) => facts.slice(1));
    expect(() => capabilitiesPage(definitions)).toThrow(
      'cloud-sso, version 2021-05-15: USERS_READ has 0 facts and needs 1.',
    );
  });

  it('is not made while a fact tells of a capability that is not there', () => {
    const definitions = withFacts('cpq', (facts) =>
      facts.map((fact) =>
        fact.capability === 'PASSWORDS_RESET'
          ? { ...fact, versions: ['5', ...fact.versions] }
          : fact,
      ),
    );
    expect(() => capabilitiesPage(definitions)).toThrow(
      'cpq, version 5: PASSWORDS_RESET has 2 facts and needs 0.',
    );
  });
});

describe('the semantics', () => {
  const semantics = semanticsOf(backendDefinitions, createGatewaySchema());

  it('hold all decisions of resets', () => {
    const decisions = Object.keys(semantics).filter((entry) =>
      entry.includes(' / password reset / '),
    );
    expect(decisions).toHaveLength(108);
  });

  it.each([
    ['cpq / user status / 0', 'DISABLED'],
    ['cloud-administration / user status / not disabled, its end is past', 'EXPIRED'],
    ['cloud-sso / user status / any other', 'UNKNOWN'],
    ['cloud-sso / answers to a read / 400 Throttling.User', 'BACKEND_THROTTLED'],
    [
      'cloud-sso / codes of a refused write / InvalidParameter.Password of ResetUserPassword',
      'PASSWORD_POLICY_VIOLATION',
    ],
    ['cpq / tag of a language / iw_IL', 'he-IL'],
    ['permission / Query.users', 'any of USERS_READ'],
  ])('say what %s means', (entry, meaning) => {
    expect(semantics[entry]).toBe(meaning);
  });

  it('say what a reset needs and promises, or what can be done instead', () => {
    const reset = 'cpq / password reset / CPQ_INTERACTIVE_V18 / PROVIDED EMAIL';
    expect(semantics[`${reset} NOT_REQUIRED`]).toMatch(
      /^NATIVE SET_AND_MAIL, change NOT_REQUIRED; PASSWORDS_SET, acknowledge PASSWORD_IN_EMAIL; PASSWORD_REPLACED /,
    );
    expect(semantics[`${reset} REQUIRED`]).toMatch(
      /^refused: CHANGE_AT_NEXT_LOGIN_NOT_SUPPORTED; instead: MAIL_TEMPORARY REQUIRED/,
    );
  });
});
