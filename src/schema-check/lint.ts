import { relative } from 'node:path';
import graphqlPlugin from '@graphql-eslint/eslint-plugin';
import { ESLint, type Linter } from 'eslint';
import type { Finding } from './finding.ts';

const SDL = ['schema/**/*.graphql', 'src/backends/*/*.graphql'];

/** Holds the SDL of a project to the rules below. */
export async function lintSchema(root: string): Promise<readonly Finding[]> {
  const eslint = new ESLint({
    cwd: root,
    overrideConfigFile: true,
    overrideConfig: CONFIG,
    errorOnUnmatchedPattern: false,
  });
  const results = await eslint.lintFiles(SDL);
  return results.flatMap(({ filePath, messages }) => {
    const file = relative(root, filePath);
    return messages.map((message) => toFinding(file, message));
  });
}

/**
 * Left out: `description-style`, as one-line descriptions stand in quotes; `require-nullable-result-in-root`, as there is
 * always a viewer.
 */
const RULES: Readonly<Record<string, Linter.RuleEntry>> = {
  'require-description': [
    'error',
    {
      types: true,
      rootField: true,
      FieldDefinition: true,
      InputValueDefinition: true,
      EnumValueDefinition: true,
      DirectiveDefinition: true,
    },
  ],
  'no-hashtag-description': 'error',
  'naming-convention': [
    'error',
    {
      types: 'PascalCase',
      FieldDefinition: 'camelCase',
      InputValueDefinition: 'camelCase',
      DirectiveDefinition: 'camelCase',
      EnumValueDefinition: 'UPPER_CASE',
      'FieldDefinition[parent.name.value=Query]': {
        forbiddenPrefixes: ['query', 'get'],
        forbiddenSuffixes: ['Query'],
      },
      'FieldDefinition[parent.name.value=Mutation]': {
        forbiddenPrefixes: ['mutation'],
        forbiddenSuffixes: ['Mutation'],
      },
    },
  ],
  'no-typename-prefix': 'error',
  'no-unreachable-types': 'error',
  'no-root-type': ['error', { disallow: ['subscription'] }],
  'require-deprecation-reason': 'error',
  'unique-enum-value-names': 'error',
  'no-scalar-result-type-on-mutation': 'error',
  'input-name': ['error', { checkInputType: true, caseSensitiveInputType: false }],
  'require-nullable-fields-with-oneof': 'error',
  'relay-arguments': ['error', { includeBoth: false }],
  'relay-connection-types': 'error',
  'relay-edge-types': ['error', { listTypeCanWrapOnlyEdgeType: false }],
  'relay-page-info': 'error',
  'known-type-names': 'error',
  'known-directives': 'error',
  'unique-type-names': 'error',
  'unique-field-definition-names': 'error',
};

const PLUGIN = '@graphql-eslint';

// Its rules are typed for a newer form of ESLint's options than ESLint's own types know.
const plugin = graphqlPlugin as unknown as ESLint.Plugin;

const CONFIG: Linter.Config = {
  files: ['**/*.graphql'],
  plugins: { [PLUGIN]: plugin },
  languageOptions: {
    parser: graphqlPlugin.parser,
    parserOptions: { graphQLConfig: { schema: SDL } },
  },
  rules: Object.fromEntries(
    Object.entries(RULES).map(([rule, entry]) => [`${PLUGIN}/${rule}`, entry]),
  ),
};

function toFinding(file: string, { line, ruleId, message }: Linter.LintMessage): Finding {
  const rule = ruleId?.replace(`${PLUGIN}/`, '') ?? 'syntax';
  return {
    id: `LINT ${rule} ${file}:${line}`,
    level: 'ERROR',
    about: 'LINT',
    message: `${file}:${line}: ${message.replace(/\.?$/, '.')} (${rule})`,
    advice: 'Mend the SDL there.',
    files: [file],
    waivable: false,
  };
}
