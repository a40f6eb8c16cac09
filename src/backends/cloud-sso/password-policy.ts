import type { PasswordPolicy } from '../../domain/password-port.ts';
import { fold } from '../../domain/user-filter.ts';
import type { CloudSsoPasswordPolicy } from './contract.ts';

/** A rule, as a sentence, and whether a password keeps it. */
interface Rule {
  readonly sentence: string;
  readonly isKept: (password: string, login: string) => boolean;
}

/** Documented for every directory, whatever its policy. */
const MIN_LENGTH = 8;
const MAX_LENGTH = 32;

/**
 * What CloudSSO demands of a password: what it demands everywhere, and the directory's own policy on top.
 *
 * Which special characters count is not documented; here every printable ASCII character that is no letter or digit.
 * Whether others, or spaces, may stand beside them is not documented either, so they are let through.
 *
 * @param policy `null`: CloudSSO did not show it
 * @see https://www.alibabacloud.com/help/en/cloudsso/developer-reference/api-cloudsso-2021-05-15-resetuserpassword
 */
export function toPasswordPolicy(policy: CloudSsoPasswordPolicy | null): PasswordPolicy {
  const minLength = Math.max(MIN_LENGTH, policy?.MinPasswordLength ?? MIN_LENGTH);
  const maxLength = Math.min(MAX_LENGTH, policy?.MaxPasswordLength ?? MAX_LENGTH);
  const rules = [lengthRule(minLength, maxLength), ...CLASS_RULES, ...ownRules(policy)];
  return {
    minLength,
    maxLength,
    rules: rules.map(({ sentence }) => sentence),
    violations: (password, { login }) =>
      rules
        .filter(({ isKept }) => !isKept(password.reveal(), login))
        .map(({ sentence }) => sentence),
  };
}

const CLASS_RULES: readonly Rule[] = [
  classRule('capital letter A to Z', /[A-Z]/),
  classRule('small letter a to z', /[a-z]/),
  classRule('digit', /[0-9]/),
  classRule('special character of ASCII, such as ! or ?', /[!-/:-@[-`{-~]/),
];

function classRule(name: string, pattern: RegExp): Rule {
  return {
    sentence: `It must hold a ${name}.`,
    isKept: (password) => pattern.test(password),
  };
}

function lengthRule(minLength: number, maxLength: number): Rule {
  return {
    sentence: `It must have ${minLength} to ${maxLength} characters.`,
    isKept: (password) => {
      const { length } = Array.from(password);
      return length >= minLength && length <= maxLength;
    },
  };
}

function ownRules(policy: CloudSsoPasswordPolicy | null): readonly Rule[] {
  const rules: Rule[] = [];
  const differentCharacters = policy?.MinPasswordDifferentChars ?? 0;
  const earlierPasswords = policy?.PasswordReusePrevention ?? 0;
  if (differentCharacters > 0) {
    rules.push({
      sentence: `It must hold at least ${differentCharacters} different characters.`,
      isKept: (password) => new Set(password).size >= differentCharacters,
    });
  }
  if (policy?.PasswordNotContainUsername === true) {
    rules.push({
      sentence: 'It must not contain the login.',
      isKept: (password, login) => !fold(password).includes(fold(login)),
    });
  }
  if (earlierPasswords > 0) {
    rules.push({
      sentence: `It must differ from the last ${earlierPasswords} passwords of the user, which only CloudSSO can check.`,
      isKept: () => true,
    });
  }
  return rules;
}
