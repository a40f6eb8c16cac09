import type { BackendDefinition } from '../backends/definition.ts';
import { GATEWAY_VARIABLES, type VariableGroup } from '../config/variables.ts';
import type { EnvironmentVariable } from '../environment.ts';
import { markdownTable } from './markdown-table.ts';

/** Every variable of the program as tables, the gateway's own first, then each backend's. */
export function configurationTables(definitions: readonly BackendDefinition[]): string {
  return variableGroups(definitions)
    .flatMap(({ title, variables }) => [
      `### ${title}`,
      '',
      ...markdownTable(
        ['Variable', 'Default', 'Meaning'],
        variables.map((variable) => [
          `\`${variable.name}\``,
          variable.defaultValue === undefined ? '–' : `\`${variable.defaultValue}\``,
          meaningOf(variable),
        ]),
      ),
      '',
    ])
    .join('\n')
    .trimEnd();
}

/** `.env.example`: every variable with its default, all of them commented out, so that a copy of it changes nothing. */
export function environmentExample(definitions: readonly BackendDefinition[]): string {
  return [
    '# Made by `npm run documents`. Every variable that the gateway reads, with its default.',
    '# All are optional: without a backend, simulators of all three answer.',
    ...variableGroups(definitions).flatMap(({ title, variables }) => [
      '',
      `## ${title}`,
      ...variables.flatMap((variable) => [
        '',
        ...wrapped(meaningOf(variable)).map((line) => `# ${line}`),
        `# ${variable.name}=${variable.defaultValue ?? ''}`,
      ]),
    ]),
    '',
  ].join('\n');
}

function variableGroups(definitions: readonly BackendDefinition[]): readonly VariableGroup[] {
  const own = definitions.map(({ displayName, variables }) => ({ title: displayName, variables }));
  return [...GATEWAY_VARIABLES, ...own];
}

function meaningOf({ description, secret }: EnvironmentVariable): string {
  const sentence = description.replace(/\.$/, '');
  return secret === true ? `${sentence} (secret)` : sentence;
}

const LINE_LENGTH = 98;

function wrapped(text: string): readonly string[] {
  const lines: string[] = [''];
  for (const word of text.split(' ')) {
    const last = lines.at(-1) ?? '';
    if (last === '') lines[lines.length - 1] = word;
    else if (last.length + word.length < LINE_LENGTH) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
