import type { User } from '../../domain/model.ts';
import type { AccountRisks, ResetProfile, ResetRoute } from '../../domain/password-reset.ts';
import type { CpqSite } from './mapping.ts';
import { parseUserId } from './native-id.ts';

/**
 * What an account's class allows.
 *
 * Users of the types `BM_SUPPORT` (services) and `BM_ADMIN` (developers), and everyone in the guest company, get exactly
 * the password that the reset is sent; all others get a temporary one by mail. Whether an account is for programs alone
 * plays no part. From version 18 a PATCH by party number takes a password for everyone, and mails it if asked to.
 *
 * @see https://docs.oracle.com/en/cloud/saas/configure-price-quote/cxcpq/op-rest-v19-companies-companyname-users-username-actions-resetpassword-post.html
 */
export function profileOf(user: User, site: CpqSite): ResetProfile {
  // Users have party numbers from version 18; one of whom CPQ told none can be addressed below the company alone.
  const takesPatch = parseUserId(user.ref.nativeId)?.kind === 'party';
  if (isServiceAccount(user, site)) return takesPatch ? SERVICE_V18 : SERVICE_BEFORE_V18;
  return takesPatch ? INTERACTIVE_V18 : INTERACTIVE_BEFORE_V18;
}

/** A mail goes to every address of the account; an account of the guest company belongs to nobody in particular. */
export function risksOf({ emails, companyRef }: User, site: CpqSite): AccountRisks {
  return {
    everyPlan: companyRef?.nativeId === site.guestCompanyLogin ? ['SHARED_ACCOUNT'] : [],
    mailedPlans: emails.length > 1 ? ['MULTIPLE_RECIPIENTS'] : [],
  };
}

/** Whether a reset of the account is sent the password. */
export function isServiceAccount({ type, companyRef }: User, site: CpqSite): boolean {
  return (
    type === 'BM_SUPPORT' || type === 'BM_ADMIN' || companyRef?.nativeId === site.guestCompanyLogin
  );
}

const MAIL_TEMPORARY: ResetRoute = {
  code: 'MAIL_TEMPORARY',
  source: 'GENERATED',
  delivery: 'EMAIL',
  mode: 'NATIVE',
  changeAtNextLogin: 'REQUIRED',
  risks: [],
  guarantees: {
    PASSWORD_REPLACED: ['IMPLIED', 'BACKEND_DOCUMENTATION'],
    PASSWORD_DELIVERED: ['IMPLIED', 'BACKEND_DOCUMENTATION'],
    USER_NOTIFIED: ['IMPLIED', 'BACKEND_DOCUMENTATION'],
    NOBODY_ELSE_KNOWS_PASSWORD: ['MET', 'BACKEND_DOCUMENTATION'],
    PASSWORD_UNIQUE: ['IMPLIED', 'BACKEND_DOCUMENTATION'],
  },
};

const SET: ResetRoute = {
  code: 'SET',
  source: 'PROVIDED',
  delivery: 'NONE',
  mode: 'NATIVE',
  changeAtNextLogin: 'NOT_REQUIRED',
  risks: [],
  guarantees: {
    PASSWORD_REPLACED: ['IMPLIED', 'BACKEND_DOCUMENTATION'],
    PASSWORD_DELIVERED: ['NOT_MET', 'GATEWAY_ACTION'],
    USER_NOTIFIED: ['NOT_MET', 'GATEWAY_ACTION'],
    NOBODY_ELSE_KNOWS_PASSWORD: ['NOT_MET', 'GATEWAY_ACTION'],
    PASSWORD_UNIQUE: ['UNKNOWN', 'NONE'],
  },
};

/** CPQ's mail holds the password. */
const SET_AND_MAIL: ResetRoute = {
  ...SET,
  code: 'SET_AND_MAIL',
  delivery: 'EMAIL',
  risks: ['PASSWORD_IN_EMAIL'],
  guarantees: {
    ...SET.guarantees,
    PASSWORD_DELIVERED: ['IMPLIED', 'BACKEND_DOCUMENTATION'],
    USER_NOTIFIED: ['IMPLIED', 'BACKEND_DOCUMENTATION'],
  },
};

const SET_GENERATED: ResetRoute = {
  ...SET,
  code: 'SET_GENERATED',
  source: 'GENERATED',
  delivery: 'RETURN',
  mode: 'EMULATED',
  guarantees: {
    ...SET.guarantees,
    PASSWORD_DELIVERED: ['MET', 'GATEWAY_ACTION'],
    PASSWORD_UNIQUE: ['MET', 'GATEWAY_ACTION'],
  },
};

const SCRAMBLE: ResetRoute = {
  ...SET,
  code: 'SCRAMBLE',
  source: 'GENERATED',
  mode: 'EMULATED',
  guarantees: {
    ...SET.guarantees,
    NOBODY_ELSE_KNOWS_PASSWORD: ['MET', 'GATEWAY_ACTION'],
    PASSWORD_UNIQUE: ['MET', 'GATEWAY_ACTION'],
  },
};

const INTERACTIVE_BEFORE_V18: ResetProfile = {
  accountClass: 'CPQ_INTERACTIVE_BEFORE_V18',
  recommended: 'MAIL_TEMPORARY',
  routes: [MAIL_TEMPORARY],
};

const INTERACTIVE_V18: ResetProfile = {
  accountClass: 'CPQ_INTERACTIVE_V18',
  recommended: 'MAIL_TEMPORARY',
  routes: [MAIL_TEMPORARY, SET, SET_AND_MAIL, SET_GENERATED, SCRAMBLE],
};

const SERVICE_BEFORE_V18: ResetProfile = {
  accountClass: 'CPQ_SERVICE_BEFORE_V18',
  recommended: 'SET_GENERATED',
  routes: [SET, SET_GENERATED, SCRAMBLE],
};

const SERVICE_V18: ResetProfile = {
  accountClass: 'CPQ_SERVICE_V18',
  recommended: 'SET_GENERATED',
  routes: [SET, SET_AND_MAIL, SET_GENERATED, SCRAMBLE],
};

/** Every class of accounts. */
export const RESET_PROFILES: readonly ResetProfile[] = [
  INTERACTIVE_BEFORE_V18,
  INTERACTIVE_V18,
  SERVICE_BEFORE_V18,
  SERVICE_V18,
];
