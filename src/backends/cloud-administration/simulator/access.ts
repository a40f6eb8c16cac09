import { randomBytes } from 'node:crypto';
import type { SimulatorRequest } from '../../../simulation/server.ts';
import type { Account } from './model.ts';
import { Refusal } from './refusal.ts';
import { isTokenTarget } from './routes.ts';
import type { Target } from './routes.ts';
import type { State } from './state.ts';

/** Who may call: passwords of the accounts themselves, and the tokens made from them. */
export interface Access {
  /**
   * @returns the calling account
   * @throws Refusal 401 without a valid credential of the kind that the target takes; 403 for one that administers nothing
   */
  authenticate(request: SimulatorRequest, target: Target): Account;
  issueToken(caller: Account, seconds: number): string;
  /** Ends the life of every token. */
  expireTokens(): void;
}

/** Tokens look like those of an identity domain, but nothing can be read from them. */
const TOKEN_HEADER = Buffer.from('{"alg":"RS256","typ":"JWT"}');

type Scheme = 'Basic' | 'Bearer';

export function createAccess(state: State): Access {
  const tokens = new Map<string, { readonly loginId: string; readonly expiresAt: number }>();

  function ownerOf(scheme: string, credential: string): Account | null {
    if (scheme === 'basic') return ownerOfPassword(credential, state);
    const token = tokens.get(credential);
    if (token === undefined || token.expiresAt <= state.settings.now()) return null;
    const account = state.accounts.get(token.loginId) ?? null;
    return account !== null && canSignIn(account, state.settings.now()) ? account : null;
  }

  return {
    authenticate: (request, target) => {
      const schemes = schemesOf(target, state.settings.basicOnV3);
      const [, scheme = '', credential = ''] =
        /^(\S+) +(\S+) *$/.exec(request.headers['authorization'] ?? '') ?? [];
      const isTaken = schemes.some((taken) => taken.toLowerCase() === scheme.toLowerCase());
      const account = isTaken ? ownerOf(scheme.toLowerCase(), credential) : null;
      if (account === null) throw unauthorized(schemes);
      if (!account.admin && !isTokenTarget(target)) throw new Refusal(403);
      return account;
    },
    issueToken: (caller, seconds) => {
      const parts = [TOKEN_HEADER, randomBytes(180), randomBytes(256)];
      const token = parts.map((part) => part.toString('base64url')).join('.');
      tokens.set(token, {
        loginId: caller.loginId,
        expiresAt: state.settings.now() + seconds * 1000,
      });
      return token;
    },
    expireTokens: () => tokens.clear(),
  };
}

/** Versions without a number take Basic, version 3 bearer tokens; Basic on version 3 is undocumented. */
function schemesOf(target: Target, basicOnV3: boolean): readonly Scheme[] {
  if (target.version === 1) return ['Basic'];
  return basicOnV3 ? ['Bearer', 'Basic'] : ['Bearer'];
}

function ownerOfPassword(credential: string, state: State): Account | null {
  const [, login = '', password = ''] =
    /^([^:]*):(.*)$/s.exec(Buffer.from(credential, 'base64').toString('utf8')) ?? [];
  const account = state.accounts.get(login);
  if (account === undefined || account.password === null) return null;
  return account.password === password && canSignIn(account, state.settings.now()) ? account : null;
}

function canSignIn(account: Account, now: number): boolean {
  if (account.disabled || account.locked) return false;
  return (account.startDate ?? -Infinity) <= now && now < (account.endDate ?? Infinity);
}

function unauthorized(schemes: readonly Scheme[]): Refusal {
  const challenge = schemes.map((scheme) => `${scheme} realm="cloudapi"`).join(', ');
  return new Refusal(401, undefined, { 'www-authenticate': challenge });
}
