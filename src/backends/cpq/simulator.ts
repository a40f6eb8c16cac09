import { serveSimulator } from '../../simulation/server.ts';
import type { Mail, RunningSimulator, SimulatorOptions } from '../../simulation/simulator.ts';
import { createBehaviour } from './simulator/http/behaviour.ts';
import type { Site } from './simulator/http/exchange.ts';
import { GATEWAY_LOGIN } from './simulator/seed/seed-people.ts';
import { createSeed } from './simulator/seed/seed.ts';
import { createStore } from './simulator/site/store.ts';
import { parseSwitches } from './simulator/site/switches.ts';
import { createTokenService, oauthClients, STATIC_TOKEN } from './simulator/http/tokens.ts';

export type { CpqSimulatorSwitches } from './simulator/site/switches.ts';

/** A simulated Oracle CPQ site, and what a test may look into. */
export interface CpqSimulator extends RunningSimulator {
  /** The password a user has now; `null` when there is no such login. */
  passwordOf(login: string): string | null;
  /** Whether CPQ made that password, for the user to replace it. */
  hasTemporaryPassword(login: string): boolean;
  /** Ends every token that the token endpoint gave out. */
  expireTokens(): void;
}

/**
 * Starts a site that answers as Oracle CPQ's REST API does, versions 5 to 19, with a token endpoint beside it.
 *
 * @param options `switches` are `CpqSimulatorSwitches`
 * @throws Error when a switch does not exist or cannot take its value
 */
export async function startCpqSimulator(options: SimulatorOptions = {}): Promise<CpqSimulator> {
  const switches = parseSwitches(options.switches);
  const store = createStore(createSeed(switches.users));
  const outbox: Mail[] = [];
  const site: Site = { store, switches, outbox };
  const tokens = createTokenService(switches);
  const server = await serveSimulator(createBehaviour(site, tokens), options.port);
  return {
    ...server,
    outbox,
    environment: environmentOf(site, server.url),
    passwordOf: (login) => store.userByLogin(login)?.secrets.password ?? null,
    hasTemporaryPassword: (login) => store.userByLogin(login)?.secrets.temporary ?? false,
    expireTokens: () => tokens.expireAll(),
  };
}

function environmentOf({ store, switches }: Site, url: string): Record<string, string> {
  const base = {
    CPQ_BASE_URL: switches.fusion && switches.version === 19 ? `${url}/cpq/rest` : `${url}/rest`,
    CPQ_API_VERSION: String(switches.version),
  };
  const [client] = oauthClients;
  switch (switches.credential) {
    case 'token':
      return { ...base, CPQ_TOKEN: STATIC_TOKEN };
    case 'client-credentials':
      return {
        ...base,
        CPQ_TOKEN_URL: `${url}/oauth2/v1/token`,
        CPQ_CLIENT_ID: client.id,
        CPQ_CLIENT_SECRET: client.secret,
        CPQ_SCOPE: `${url}/api`,
      };
    case 'basic':
      return {
        ...base,
        CPQ_USERNAME: GATEWAY_LOGIN,
        CPQ_PASSWORD: store.userByLogin(GATEWAY_LOGIN)?.secrets.password ?? '',
      };
  }
}
