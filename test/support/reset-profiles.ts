import type { ResetProfile, ResetRoute } from '../../src/domain/password-reset.ts';

export type AccountClass =
  | 'CPQ_INTERACTIVE_BEFORE_V18'
  | 'CPQ_INTERACTIVE_V18'
  | 'CPQ_SERVICE_BEFORE_V18'
  | 'CPQ_SERVICE_V18'
  | 'CLOUD_ADMINISTRATION'
  | 'CLOUD_SSO';

type Guarantees = ResetRoute['guarantees'];

const REPLACED = ['IMPLIED', 'BACKEND_DOCUMENTATION'] as const;
const DOCUMENTED = ['IMPLIED', 'BACKEND_DOCUMENTATION'] as const;
const DONE_BY_US = ['MET', 'GATEWAY_ACTION'] as const;
const DONE_BY_BACKEND = ['MET', 'BACKEND_DOCUMENTATION'] as const;
const NOT_DONE = ['NOT_MET', 'GATEWAY_ACTION'] as const;
const UNKNOWN = ['UNKNOWN', 'NONE'] as const;

/** The backend makes a password and mails it. */
const MAILED: Guarantees = {
  PASSWORD_REPLACED: REPLACED,
  PASSWORD_DELIVERED: DOCUMENTED,
  USER_NOTIFIED: DOCUMENTED,
  NOBODY_ELSE_KNOWS_PASSWORD: DONE_BY_BACKEND,
  PASSWORD_UNIQUE: DOCUMENTED,
};
/** The caller's password, of which nobody is told. */
const PROVIDED: Guarantees = {
  PASSWORD_REPLACED: REPLACED,
  PASSWORD_DELIVERED: NOT_DONE,
  USER_NOTIFIED: NOT_DONE,
  NOBODY_ELSE_KNOWS_PASSWORD: NOT_DONE,
  PASSWORD_UNIQUE: UNKNOWN,
};
const PROVIDED_AND_MAILED: Guarantees = {
  ...PROVIDED,
  PASSWORD_DELIVERED: DOCUMENTED,
  USER_NOTIFIED: DOCUMENTED,
};
/** Made by the gateway, and in the answer. */
const RETURNED: Guarantees = {
  ...PROVIDED,
  PASSWORD_DELIVERED: DONE_BY_US,
  PASSWORD_UNIQUE: DONE_BY_US,
};
/** Made by the gateway, and forgotten. */
const FORGOTTEN: Guarantees = {
  ...PROVIDED,
  NOBODY_ELSE_KNOWS_PASSWORD: DONE_BY_US,
  PASSWORD_UNIQUE: DONE_BY_US,
};

const SET: ResetRoute = {
  code: 'SET',
  source: 'PROVIDED',
  delivery: 'NONE',
  mode: 'NATIVE',
  changeAtNextLogin: 'NOT_REQUIRED',
  risks: [],
  guarantees: PROVIDED,
};
const SET_AND_MAIL: ResetRoute = {
  ...SET,
  code: 'SET_AND_MAIL',
  delivery: 'EMAIL',
  risks: ['PASSWORD_IN_EMAIL'],
  guarantees: PROVIDED_AND_MAILED,
};
const SET_GENERATED: ResetRoute = {
  ...SET,
  code: 'SET_GENERATED',
  source: 'GENERATED',
  delivery: 'RETURN',
  mode: 'EMULATED',
  guarantees: RETURNED,
};
const SCRAMBLE: ResetRoute = {
  ...SET_GENERATED,
  code: 'SCRAMBLE',
  delivery: 'NONE',
  guarantees: FORGOTTEN,
};
const MAIL_TEMPORARY: ResetRoute = {
  code: 'MAIL_TEMPORARY',
  source: 'GENERATED',
  delivery: 'EMAIL',
  mode: 'NATIVE',
  changeAtNextLogin: 'REQUIRED',
  risks: [],
  guarantees: MAILED,
};
const MADE_BY_CLOUD_SSO = {
  mode: 'NATIVE',
  changeAtNextLogin: 'CHOSEN',
} as const;

/** One profile for each class of accounts that the vectors know. */
export const RESET_PROFILES: Readonly<Record<AccountClass, ResetProfile>> = {
  CPQ_INTERACTIVE_BEFORE_V18: {
    accountClass: 'CPQ_INTERACTIVE_BEFORE_V18',
    recommended: 'MAIL_TEMPORARY',
    routes: [MAIL_TEMPORARY],
  },
  CPQ_INTERACTIVE_V18: {
    accountClass: 'CPQ_INTERACTIVE_V18',
    recommended: 'MAIL_TEMPORARY',
    routes: [SET, SET_AND_MAIL, SET_GENERATED, SCRAMBLE, MAIL_TEMPORARY],
  },
  CPQ_SERVICE_BEFORE_V18: {
    accountClass: 'CPQ_SERVICE_BEFORE_V18',
    recommended: 'SET_GENERATED',
    routes: [SET, SET_GENERATED, SCRAMBLE],
  },
  CPQ_SERVICE_V18: {
    accountClass: 'CPQ_SERVICE_V18',
    recommended: 'SET_GENERATED',
    routes: [SET, SET_AND_MAIL, SET_GENERATED, SCRAMBLE],
  },
  CLOUD_ADMINISTRATION: {
    accountClass: 'CLOUD_ADMINISTRATION',
    recommended: 'AUTO_RESET',
    routes: [
      SET,
      {
        ...SET_AND_MAIL,
        code: 'SET_AND_NOTIFY',
        guarantees: { ...PROVIDED_AND_MAILED, PASSWORD_DELIVERED: UNKNOWN },
      },
      SET_GENERATED,
      SCRAMBLE,
      { ...MAIL_TEMPORARY, code: 'AUTO_RESET' },
    ],
  },
  CLOUD_SSO: {
    accountClass: 'CLOUD_SSO',
    recommended: 'GENERATE',
    routes: [
      { ...SET, changeAtNextLogin: 'CHOSEN' },
      {
        ...SET_GENERATED,
        ...MADE_BY_CLOUD_SSO,
        code: 'GENERATE',
        guarantees: { ...RETURNED, PASSWORD_UNIQUE: DONE_BY_BACKEND },
      },
      {
        ...SCRAMBLE,
        ...MADE_BY_CLOUD_SSO,
        guarantees: {
          ...FORGOTTEN,
          NOBODY_ELSE_KNOWS_PASSWORD: DONE_BY_BACKEND,
          PASSWORD_UNIQUE: DONE_BY_BACKEND,
        },
      },
    ],
  },
};
