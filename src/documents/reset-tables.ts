import type { BackendDefinition } from '../backends/definition.ts';
import {
  RESET_POINTS,
  decideReset,
  type ResetDecision,
  type ResetProfile,
} from '../domain/password-reset.ts';
import { markdownTable } from './markdown-table.ts';

/**
 * For every class of accounts the ways in which a password can be reset, what asks for each, and what it promises: made
 * by deciding every point, so that no page says what the gateway does not do.
 */
export function resetTables(definitions: readonly BackendDefinition[]): string {
  return definitions
    .flatMap((definition) => definition.describe?.().resetProfiles ?? [])
    .map((profile) =>
      [`### \`${profile.accountClass}\``, '', ...ways(profile), '', ...promises(profile)].join(
        '\n',
      ),
    )
    .join('\n\n');
}

type Executable = Extract<ResetDecision, { readonly executable: true }>;

/** Each way with its effect once, with everything of `changeAtNextLogin` that leads to it. */
function executables(
  profile: ResetProfile,
): readonly (Executable & { readonly asked: string[] })[] {
  const byEffect = new Map<string, Executable & { readonly asked: string[] }>();
  for (const point of RESET_POINTS) {
    const decision = decideReset(profile, point);
    if (!decision.executable) continue;
    const key = nameOf(decision);
    const known = byEffect.get(key) ?? { ...decision, asked: [] };
    known.asked.push(point.changeAtNextLogin);
    byEffect.set(key, known);
  }
  return [...byEffect.values()];
}

function ways(profile: ResetProfile): string[] {
  return markdownTable(
    ['Way', 'Source', 'Delivery', 'Asked for', 'Effect', 'Mode', 'Permission', 'Acknowledge'],
    executables(profile).map(({ option, asked }) => [
      option.recommended ? `**${option.code}**` : option.code,
      option.source,
      option.delivery,
      asked.join(', '),
      option.changeAtNextLogin,
      option.mode,
      option.requiredPermission,
      option.requiredAcknowledgements.join(', ') || '–',
    ]),
  );
}

function promises(profile: ResetProfile): string[] {
  const all = executables(profile);
  const kinds = all[0]?.guarantees.map(({ kind }) => kind) ?? [];
  return markdownTable(
    ['Promise', ...all.map(nameOf)],
    kinds.map((kind) => [
      kind,
      ...all.map(({ guarantees }) => guarantees.find((one) => one.kind === kind)?.level ?? '–'),
    ]),
  );
}

function nameOf({ option: { code, changeAtNextLogin } }: Executable): string {
  return `${code}, ${changeAtNextLogin}`;
}
