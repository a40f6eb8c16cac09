import type { Permission } from './caller.ts';

/** Who makes the new password. */
export type PasswordSource = 'PROVIDED' | 'GENERATED';
/** Who is told the new password, and by whom: mailed by the backend, in this answer once, or nobody. */
export type PasswordDelivery = 'EMAIL' | 'RETURN' | 'NONE';
/** What is asked for; REQUIRED_IF_SUPPORTED is the strongest that the backend offers. */
export type ChangeAtNextLogin = 'REQUIRED' | 'REQUIRED_IF_SUPPORTED' | 'NOT_REQUIRED';
/** What comes of it. */
export type ChangeAtNextLoginEffect = 'REQUIRED' | 'NOT_REQUIRED';
export type PasswordResetRisk = 'PASSWORD_IN_EMAIL' | 'MULTIPLE_RECIPIENTS' | 'SHARED_ACCOUNT';
/** NATIVE: one call of the backend does it. EMULATED: the gateway makes the password and sets it. */
export type PlanMode = 'NATIVE' | 'EMULATED';

export type ResetCode =
  | 'SET'
  | 'SET_AND_MAIL'
  | 'SET_AND_NOTIFY'
  | 'SET_GENERATED'
  | 'SCRAMBLE'
  | 'MAIL_TEMPORARY'
  | 'AUTO_RESET'
  | 'GENERATE';

export type ResetRefusal =
  | 'PASSWORD_ECHO_REFUSED'
  | 'DELIVERY_NOT_SUPPORTED'
  | 'PASSWORD_SOURCE_NOT_SUPPORTED'
  | 'CHANGE_AT_NEXT_LOGIN_NOT_SUPPORTED'
  | 'CHANGE_AT_NEXT_LOGIN_NOT_AVOIDABLE';

export type GuaranteeKind =
  | 'PASSWORD_REPLACED'
  | 'PASSWORD_DELIVERED'
  | 'USER_NOTIFIED'
  | 'CHANGE_REQUIRED_AT_NEXT_LOGIN'
  | 'NOBODY_ELSE_KNOWS_PASSWORD'
  | 'PASSWORD_UNIQUE';
export type GuaranteeLevel = 'MET' | 'IMPLIED' | 'NOT_MET' | 'UNKNOWN';
export type Evidence =
  'READ_BACK' | 'BACKEND_RESPONSE' | 'BACKEND_DOCUMENTATION' | 'GATEWAY_ACTION' | 'NONE';

export interface Guarantee {
  readonly kind: GuaranteeKind;
  readonly level: GuaranteeLevel;
  readonly evidence: Evidence;
}

/** One point of the space of resets. */
export interface ResetPoint {
  readonly source: PasswordSource;
  readonly delivery: PasswordDelivery;
  readonly changeAtNextLogin: ChangeAtNextLogin;
}

/** One way in which a class of accounts can be reset. */
export interface ResetRoute {
  readonly code: ResetCode;
  readonly source: PasswordSource;
  readonly delivery: PasswordDelivery;
  readonly mode: PlanMode;
  /** CHOSEN: the call says whether the user must change the password; else it always has this effect. */
  readonly changeAtNextLogin: ChangeAtNextLoginEffect | 'CHOSEN';
  /** What a caller must acknowledge for this route, whatever the account. */
  readonly risks: readonly PasswordResetRisk[];
  /** What the route promises, but for the change at next login, which follows from its effect. */
  readonly guarantees: Readonly<
    Record<Exclude<GuaranteeKind, 'CHANGE_REQUIRED_AT_NEXT_LOGIN'>, Pledge>
  >;
}

type Pledge = readonly [GuaranteeLevel, Evidence];

/** All that the decision needs to know of a class of accounts. A backend states it; nothing else decides. */
export interface ResetProfile {
  /** e.g. `CPQ_INTERACTIVE_V18`. */
  readonly accountClass: string;
  readonly recommended: ResetCode;
  /** At most one route per source and delivery. */
  readonly routes: readonly ResetRoute[];
}

/** A way to reset an account, with its effect. */
export interface ResetOption {
  readonly code: ResetCode;
  readonly source: PasswordSource;
  readonly delivery: PasswordDelivery;
  readonly changeAtNextLogin: ChangeAtNextLoginEffect;
  readonly mode: PlanMode;
  readonly recommended: boolean;
  readonly requiredAcknowledgements: readonly PasswordResetRisk[];
  readonly requiredPermission: Permission;
}

export type ResetDecision =
  | {
      readonly executable: true;
      readonly option: ResetOption;
      readonly guarantees: readonly Guarantee[];
    }
  | {
      readonly executable: false;
      /** The primary one first; never empty. */
      readonly reasons: readonly ResetRefusal[];
      readonly alternatives: readonly ResetOption[];
    };

/** Risks of the account rather than of the route, e.g. SHARED_ACCOUNT for a guest. */
export interface AccountRisks {
  readonly everyPlan: readonly PasswordResetRisk[];
  readonly mailedPlans: readonly PasswordResetRisk[];
}

const SOURCES: readonly PasswordSource[] = ['PROVIDED', 'GENERATED'];
const DELIVERIES: readonly PasswordDelivery[] = ['EMAIL', 'RETURN', 'NONE'];
const CHANGES: readonly ChangeAtNextLogin[] = ['REQUIRED', 'REQUIRED_IF_SUPPORTED', 'NOT_REQUIRED'];

/** Every point of the space of resets: source × delivery × change at next login, 18 of them. */
export const RESET_POINTS: readonly ResetPoint[] = SOURCES.flatMap((source) =>
  DELIVERIES.flatMap((delivery) =>
    CHANGES.map((changeAtNextLogin) => ({ source, delivery, changeAtNextLogin })),
  ),
);

/** Nobody but the user learns the password: the weaker of the two permissions suffices. ADR 0006. */
const USER_ALONE_LEARNS: ReadonlySet<ResetCode> = new Set<ResetCode>([
  'MAIL_TEMPORARY',
  'AUTO_RESET',
  'SCRAMBLE',
]);

/**
 * Decides a reset: total over every point and profile, pure, and the only way to a backend's reset call.
 *
 * A refusal names every reason, and the executable options nearest to what was asked for; a demand that the user must
 * change the password is never given up in them.
 */
export function decideReset(
  profile: ResetProfile,
  point: ResetPoint,
  risks: AccountRisks = NO_RISKS,
): ResetDecision {
  const route = routeOf(profile, point);
  const reasons = refusalsOf(profile, point, route);
  if (route === null || reasons.length > 0) {
    return { executable: false, reasons, alternatives: alternativesOf(profile, point, risks) };
  }
  const effect = effectOf(route, point.changeAtNextLogin);
  return {
    executable: true,
    option: toOption(profile, route, effect, risks),
    guarantees: guaranteesOf(route, effect),
  };
}

/** Every distinct way to reset an account of this profile, in the order of the points. */
export function resetOptions(
  profile: ResetProfile,
  risks: AccountRisks = NO_RISKS,
): readonly ResetOption[] {
  return distinct(
    RESET_POINTS.map((point) => decideReset(profile, point, risks)).flatMap((decision) =>
      decision.executable ? [decision.option] : [],
    ),
  );
}

/** The option that the profile recommends, with its strongest effect. */
export function recommendedOption(profile: ResetProfile): ResetOption | null {
  return resetOptions(profile).find((option) => option.recommended) ?? null;
}

export const NO_RISKS: AccountRisks = { everyPlan: [], mailedPlans: [] };

function routeOf(profile: ResetProfile, point: ResetPoint): ResetRoute | null {
  return (
    profile.routes.find(
      ({ source, delivery }) => source === point.source && delivery === point.delivery,
    ) ?? null
  );
}

function refusalsOf(
  profile: ResetProfile,
  { source, delivery, changeAtNextLogin }: ResetPoint,
  route: ResetRoute | null,
): ResetRefusal[] {
  const reasons: ResetRefusal[] = [];
  const sourceSupported = profile.routes.some((candidate) => candidate.source === source);
  if (source === 'PROVIDED' && delivery === 'RETURN') reasons.push('PASSWORD_ECHO_REFUSED');
  // A supplied password that nobody is told of asks nothing of a backend's delivery.
  else if (route === null && (source === 'GENERATED' || delivery !== 'NONE')) {
    reasons.push('DELIVERY_NOT_SUPPORTED');
  }
  if (!sourceSupported) reasons.push('PASSWORD_SOURCE_NOT_SUPPORTED');
  if (changeAtNextLogin === 'REQUIRED' && !canRequireChange(profile, route)) {
    reasons.push('CHANGE_AT_NEXT_LOGIN_NOT_SUPPORTED');
  }
  if (changeAtNextLogin === 'NOT_REQUIRED' && route?.changeAtNextLogin === 'REQUIRED') {
    reasons.push('CHANGE_AT_NEXT_LOGIN_NOT_AVOIDABLE');
  }
  return reasons;
}

/** Where there is no route, what counts is whether the backend lets a call choose. */
function canRequireChange(profile: ResetProfile, route: ResetRoute | null): boolean {
  if (route !== null) return route.changeAtNextLogin !== 'NOT_REQUIRED';
  return profile.routes.some(({ changeAtNextLogin }) => changeAtNextLogin === 'CHOSEN');
}

function effectOf(route: ResetRoute, change: ChangeAtNextLogin): ChangeAtNextLoginEffect {
  if (route.changeAtNextLogin !== 'CHOSEN') return route.changeAtNextLogin;
  return change === 'NOT_REQUIRED' ? 'NOT_REQUIRED' : 'REQUIRED';
}

function alternativesOf(
  profile: ResetProfile,
  asked: ResetPoint,
  risks: AccountRisks,
): readonly ResetOption[] {
  const candidates = RESET_POINTS.filter(
    (point) => asked.changeAtNextLogin !== 'REQUIRED' || point.changeAtNextLogin === 'REQUIRED',
  ).flatMap((point) => {
    const route = routeOf(profile, point);
    if (route === null || refusalsOf(profile, point, route).length > 0) return [];
    const option = toOption(profile, route, effectOf(route, point.changeAtNextLogin), risks);
    return [{ option, distance: distanceOf(asked, point) }];
  });
  const nearest = Math.min(...candidates.map(({ distance }) => distance));
  return distinct(
    candidates.filter(({ distance }) => distance === nearest).map(({ option }) => option),
  );
}

function distanceOf(left: ResetPoint, right: ResetPoint): number {
  return (
    Number(left.source !== right.source) +
    Number(left.delivery !== right.delivery) +
    Number(left.changeAtNextLogin !== right.changeAtNextLogin)
  );
}

function toOption(
  profile: ResetProfile,
  route: ResetRoute,
  effect: ChangeAtNextLoginEffect,
  risks: AccountRisks,
): ResetOption {
  const { code, source, delivery, mode } = route;
  const strongest = effectOf(route, 'REQUIRED_IF_SUPPORTED');
  const mailed = delivery === 'EMAIL' ? risks.mailedPlans : [];
  return {
    code,
    source,
    delivery,
    changeAtNextLogin: effect,
    mode,
    recommended: code === profile.recommended && effect === strongest,
    requiredAcknowledgements: [...new Set([...route.risks, ...mailed, ...risks.everyPlan])],
    requiredPermission: USER_ALONE_LEARNS.has(code) ? 'PASSWORDS_RESET' : 'PASSWORDS_SET',
  };
}

function guaranteesOf(route: ResetRoute, effect: ChangeAtNextLoginEffect): readonly Guarantee[] {
  const change = ((): Pledge => {
    if (effect === 'NOT_REQUIRED') return ['NOT_MET', 'BACKEND_DOCUMENTATION'];
    return [route.changeAtNextLogin === 'CHOSEN' ? 'MET' : 'IMPLIED', 'BACKEND_DOCUMENTATION'];
  })();
  const promises: Readonly<Record<GuaranteeKind, Pledge>> = {
    PASSWORD_REPLACED: route.guarantees.PASSWORD_REPLACED,
    PASSWORD_DELIVERED: route.guarantees.PASSWORD_DELIVERED,
    USER_NOTIFIED: route.guarantees.USER_NOTIFIED,
    CHANGE_REQUIRED_AT_NEXT_LOGIN: change,
    NOBODY_ELSE_KNOWS_PASSWORD: route.guarantees.NOBODY_ELSE_KNOWS_PASSWORD,
    PASSWORD_UNIQUE: route.guarantees.PASSWORD_UNIQUE,
  };
  return Object.entries(promises).map(([kind, [level, evidence]]) => ({
    kind: kind as GuaranteeKind,
    level,
    evidence,
  }));
}

function distinct(options: readonly ResetOption[]): readonly ResetOption[] {
  const byEffect = new Map(
    options.map((option) => [`${option.code} ${option.changeAtNextLogin}`, option]),
  );
  return [...byEffect.values()];
}
