import { describe, expect, it } from 'vitest';
import {
  decideReset,
  resetOptions,
  type ChangeAtNextLogin,
  type Guarantee,
  type PasswordDelivery,
  type PasswordSource,
  type ResetOption,
  type ResetProfile,
} from '../../src/domain/password-reset.ts';
import { RESET_PROFILES, type AccountClass } from '../support/reset-profiles.ts';
import plans from './password-reset-plans.json' with { type: 'json' };

describe('the decision of a reset', () => {
  it.each(plans.cells.map((cell) => [nameOf(cell), cell] as const))('%s', (_name, cell) => {
    const profile = RESET_PROFILES[cell.accountClass as AccountClass];
    const decision = decideReset(profile, pointOf(cell));
    expect(decision.executable).toBe(cell.outcome === 'EXECUTE');
    if (!decision.executable) {
      expect(decision.reasons).toEqual(cell.reasons);
      const expected = (cell.alternatives ?? []).map((alternative) =>
        effectOf(profile, alternative),
      );
      expect(new Set(decision.alternatives.map(nameOfOption))).toEqual(new Set(expected));
      return;
    }
    const { option, guarantees } = decision;
    expect(option).toMatchObject({
      code: cell.code,
      source: cell.source,
      delivery: cell.delivery,
      mode: cell.mode,
      requiredPermission: cell.requiredPermission,
      requiredAcknowledgements: cell.requiredAcknowledgements,
    });
    expect(toRecord(guarantees)).toEqual(cell.guarantees);
  });

  it('covers 108 points, of which 29 are native, 16 emulated and 63 refused', () => {
    const modes = plans.cells.map(({ mode }) => mode ?? 'REFUSED');
    expect(
      Object.fromEntries(
        Map.groupBy(modes, (mode) => mode)
          .entries()
          .map(([mode, all]) => [mode, all.length]),
      ),
    ).toEqual({
      NATIVE: 29,
      EMULATED: 16,
      REFUSED: 63,
    });
  });

  it.each(Object.entries(plans.recommended))('recommends for %s %s alone', (name, code) => {
    const recommended = resetOptions(RESET_PROFILES[name as AccountClass]).filter(
      (option) => option.recommended,
    );
    expect(recommended.map((option) => option.code)).toEqual([code]);
  });

  it('asks everyone to acknowledge a shared account, and for a mailed plan several recipients', () => {
    const risks = {
      everyPlan: ['SHARED_ACCOUNT'],
      mailedPlans: ['MULTIPLE_RECIPIENTS'],
    } as const;
    const asked = Object.fromEntries(
      resetOptions(RESET_PROFILES.CPQ_INTERACTIVE_V18, risks).map((option) => [
        option.code,
        option.requiredAcknowledgements,
      ]),
    );
    expect(asked).toEqual({
      SET: ['SHARED_ACCOUNT'],
      SET_AND_MAIL: ['PASSWORD_IN_EMAIL', 'MULTIPLE_RECIPIENTS', 'SHARED_ACCOUNT'],
      SET_GENERATED: ['SHARED_ACCOUNT'],
      SCRAMBLE: ['SHARED_ACCOUNT'],
      MAIL_TEMPORARY: ['MULTIPLE_RECIPIENTS', 'SHARED_ACCOUNT'],
    });
  });
});

interface Cell {
  readonly accountClass: string;
  readonly source: string;
  readonly delivery: string;
  readonly change: string;
  readonly outcome: string;
}

function nameOf({ accountClass, source, delivery, change, outcome }: Cell): string {
  return `${outcome.toLowerCase()}s ${source} ${delivery} ${change} for ${accountClass}`;
}

function pointOf({ source, delivery, change }: Omit<Cell, 'accountClass' | 'outcome'>) {
  return {
    source: source as PasswordSource,
    delivery: delivery as PasswordDelivery,
    changeAtNextLogin: change as ChangeAtNextLogin,
  };
}

/** What comes of asking for a point: several points may have one effect. */
function effectOf(profile: ResetProfile, point: Omit<Cell, 'accountClass' | 'outcome'>): string {
  const decision = decideReset(profile, pointOf(point));
  return decision.executable ? nameOfOption(decision.option) : 'not executable';
}

function nameOfOption({ code, changeAtNextLogin }: ResetOption): string {
  return `${code} ${changeAtNextLogin}`;
}

function toRecord(guarantees: readonly Guarantee[]) {
  return Object.fromEntries(
    guarantees.map(({ kind, level, evidence }) => [kind, { level, evidence }]),
  );
}
