import type { Ref } from '../../domain/model.ts';
import type {
  ChangeAtNextLogin,
  PasswordDelivery,
  PasswordResetRisk,
  PasswordSource,
} from '../../domain/password-reset.ts';
import type { Secret } from '../../domain/secret.ts';
import { userError, type UserError } from '../../domain/user-write.ts';
import { isRefusal, parseId, type Checked, type InputPath } from '../write-target.ts';

/** A reset as a caller asks for a plan of it. Absent and `null` mean the same, but for a password. */
export interface PlanResetRequest {
  readonly userId: string;
  /** Absent: PROVIDED when a password is given, else GENERATED. */
  readonly source?: PasswordSource | null | undefined;
  /** Absent: NONE for a provided password, else the delivery that is recommended for the account. */
  readonly delivery?: PasswordDelivery | null | undefined;
  readonly changeAtNextLogin: ChangeAtNextLogin;
}

export interface ResetRequest extends PlanResetRequest {
  /** `null` and an empty one are refused: an empty form field must not reset an account to a generated password. */
  readonly password?: Secret | null | undefined;
  readonly acknowledge?: readonly PasswordResetRisk[] | null | undefined;
}

/** A request that is in itself in order. */
export interface ResetWish {
  readonly userId: string;
  /** As the id names it; the account's own ref may differ. */
  readonly ref: Ref;
  readonly source: PasswordSource;
  /** `null`: the one that is recommended for the account. */
  readonly delivery: PasswordDelivery | null;
  readonly changeAtNextLogin: ChangeAtNextLogin;
  readonly password: Secret | null;
  readonly acknowledged: ReadonlySet<PasswordResetRisk>;
}

/** Far above what any backend takes; it bounds the work of a policy's rules. */
const MAX_PASSWORD_LENGTH = 1024;
const MAX_REASON_LENGTH = 1000;

/**
 * Checks a reset by itself, before anything is read.
 *
 * @param path where it stands in the mutation's input
 * @returns the wish, or everything that is INVALID
 */
export function parseResetRequest(request: ResetRequest, path: InputPath): Checked<ResetWish> {
  const wish = parsePlanRequest(request, path, (request.password ?? null) !== null);
  const errors = [
    ...(isRefusal(wish) ? wish.refused : []),
    ...passwordProblems(request).map(([field, message]) =>
      userError('INVALID', message, { path: [...path, field] }),
    ),
  ];
  if (isRefusal(wish) || errors.length > 0) return { refused: errors };
  return {
    ...wish,
    password: request.password ?? null,
    acknowledged: new Set(request.acknowledge),
  };
}

/** Checks what a plan is asked for. A plan of a provided password needs none. */
export function parsePlanRequest(
  request: PlanResetRequest,
  path: InputPath = [],
  hasPassword = false,
): Checked<ResetWish> {
  const ref = parseId('User', request.userId, [...path, 'userId']);
  if (isRefusal(ref)) return ref;
  const source = request.source ?? (hasPassword ? 'PROVIDED' : 'GENERATED');
  return {
    userId: request.userId,
    ref,
    source,
    delivery: request.delivery ?? (source === 'PROVIDED' ? 'NONE' : null),
    changeAtNextLogin: request.changeAtNextLogin,
    password: null,
    acknowledged: new Set(),
  };
}

/** The caller's own words go into the audit record. */
export function reasonProblem(reason: string | null): UserError | null {
  if (reason === null || reason.length <= MAX_REASON_LENGTH) return null;
  return userError('INVALID', `A reason has at most ${MAX_REASON_LENGTH} characters.`, {
    path: ['reason'],
  });
}

function passwordProblems({ source, password }: ResetRequest): [field: string, message: string][] {
  if (password === undefined) {
    if (source !== 'PROVIDED') return [];
    return [['password', 'The source PROVIDED needs a password.']];
  }
  if (password === null || password.length === 0) {
    return [['password', 'A password is not empty. Leave it out to have one generated.']];
  }
  if (password.length > MAX_PASSWORD_LENGTH) {
    return [['password', `A password has at most ${MAX_PASSWORD_LENGTH} characters.`]];
  }
  if (!password.isWellFormed) {
    return [['password', 'The password holds half of a surrogate pair, which cannot be sent.']];
  }
  if (source === 'GENERATED') {
    return [['source', 'The source is GENERATED, but a password is given. Leave one of them out.']];
  }
  return [];
}
