import type { BackendDefinition, ConfiguredBackend } from '../backends/definition.ts';
import type { Diagnosis, DiagnosisCheck, DiagnosisOptions } from '../backends/diagnosis.ts';
import { backendDefinitions } from '../backends/registry.ts';
import { createEnvironmentReader, type Environment } from '../environment.ts';
import { createMemoryCaches } from '../storage/cache.ts';
import { readOptions } from './usage.ts';

/** How long one backend may take for its read, in milliseconds. */
const TIMEOUT_MS = 10_000;

/** Tells how the configured backends are. @returns the exit code, as its usage tells */
export async function doctor(args: readonly string[]): Promise<number> {
  const options = readOptions('doctor', args, { contract: { type: 'boolean', default: false } });
  if (options === null) return 2;
  const { lines, healthy } = await examine(process.env, backendDefinitions, options);
  console.log(lines.join('\n'));
  return healthy ? 0 : 1;
}

/** What is said of the backends, and whether all are well. */
export interface Examination {
  readonly lines: readonly string[];
  readonly healthy: boolean;
}

interface Patient {
  readonly definition: BackendDefinition;
  readonly configured: ConfiguredBackend;
}

/** Asks every backend that the environment configures, all at once. */
export async function examine(
  environment: Environment,
  definitions: readonly BackendDefinition[],
  options: DiagnosisOptions,
): Promise<Examination> {
  const reader = createEnvironmentReader(environment);
  const patients = definitions.flatMap((definition): readonly Patient[] => {
    const configured = definition.configure(reader);
    return configured === null ? [] : [{ definition, configured }];
  });
  if (reader.problems.length > 0) {
    return {
      lines: ['The settings have problems:', ...reader.problems.map(indent)],
      healthy: false,
    };
  }
  if (patients.length === 0) return { lines: nothingConfigured(definitions), healthy: false };
  const examinations = await Promise.all(patients.map((patient) => examineOne(patient, options)));
  return {
    lines: examinations.flatMap(({ lines }, index) => (index === 0 ? lines : ['', ...lines])),
    healthy: examinations.every(({ healthy }) => healthy),
  };
}

function nothingConfigured(definitions: readonly BackendDefinition[]): readonly string[] {
  return [
    'No backend is configured, so there is nothing to ask; the simulators of the demo need no doctor.',
    'Set the variables of at least one:',
    ...definitions.map(({ displayName, variables }) =>
      indent(`${displayName}: ${variables[0]?.name ?? ''} and what belongs to it`),
    ),
  ];
}

async function examineOne(
  { definition, configured }: Patient,
  options: DiagnosisOptions,
): Promise<Examination> {
  const { name, displayName, kind } = definition;
  const title = `${name} (${displayName})`;
  const services = {
    name,
    displayName,
    kind,
    simulated: false,
    caches: createMemoryCaches(),
    usersTtlSeconds: 0,
    timeoutMs: TIMEOUT_MS,
    observe: () => {},
    now: Date.now,
  };
  const diagnosis = await configured.diagnose?.(services, options);
  if (diagnosis === undefined) {
    return { lines: [title, indent('cannot be asked: it brings no diagnosis')], healthy: true };
  }
  const healthy = !diagnosis.checks.some(({ verdict }) => verdict === 'FAILED');
  return { lines: [title, ...toLines(diagnosis).map(indent)], healthy };
}

const WORDS: Readonly<Record<DiagnosisCheck['verdict'], string>> = {
  OK: 'ok',
  WARNING: 'warning',
  FAILED: 'FAILED',
  NOT_CHECKED: 'unchecked',
};

function toLines({ address, credential, version, checks }: Diagnosis): readonly string[] {
  const rows: readonly (readonly [word: string, text: string])[] = [
    ['address', address],
    ['credential', credential],
    ['version', version],
    ...checks.map(({ verdict, text }) => [WORDS[verdict], text] as const),
  ];
  return rows.map(([word, text]) => `${word.padEnd(11)} ${text}`);
}

function indent(line: string): string {
  return `  ${line}`;
}
