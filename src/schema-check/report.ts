import type { SchemaCheckResult } from './check.ts';
import type { Finding } from './finding.ts';

/** The result for people, one block for each finding. */
export function toText({ base, compared, findings }: SchemaCheckResult): string {
  const count = (level: Finding['level']): number =>
    findings.filter((finding) => finding.level === level).length;
  return [
    base === null ? 'Schema check' : `Schema check against ${base}`,
    ...compared.map((line) => `  ${line}`),
    ...findings.flatMap(({ level, id, message, advice }) => [
      '',
      `${level} ${id}`,
      `  ${message}`,
      `  ${level === 'WAIVED' ? '' : 'To do: '}${advice}`,
    ]),
    '',
    `${count('ERROR')} errors, ${count('WARNING')} warnings, ${count('WAIVED')} waived.`,
  ].join('\n');
}

/** The result for programs: `SchemaCheckResult` as JSON. */
export function toJson(result: SchemaCheckResult): string {
  return JSON.stringify(result, null, 2);
}
