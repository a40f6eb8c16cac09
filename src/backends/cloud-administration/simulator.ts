import { serveSimulator } from '../../simulation/server.ts';
import type {
  SimulatorAnswer,
  SimulatorBehaviour,
  SimulatorRequest,
} from '../../simulation/server.ts';
import type { RunningSimulator, SimulatorOptions } from '../../simulation/simulator.ts';
import { createAccess } from './simulator/access.ts';
import type { Access } from './simulator/access.ts';
import { openExchange } from './simulator/exchange.ts';
import { createOperations } from './simulator/operations.ts';
import { Refusal, errorText, toErrorAnswer } from './simulator/refusal.ts';
import { findTarget, matchRoute } from './simulator/routes.ts';
import { INTEGRATION_LOGIN } from './simulator/seed-personas.ts';
import { createState } from './simulator/state.ts';
import type { State } from './simulator/state.ts';
import { readSwitches } from './simulator/switches.ts';
import type { Settings } from './simulator/switches.ts';

export type { CloudAdministrationSimulatorSwitches, ResponseShape } from './simulator/switches.ts';
export { INTEGRATION_LOGIN, NON_ADMIN_LOGIN } from './simulator/seed-personas.ts';

/** A running stand-in for Oracle Cloud Administration. */
export interface CloudAdministrationSimulator extends RunningSimulator {
  /** The password that an account has now; null for an unknown account or one without a password. */
  passwordOf(loginId: string): string | null;
  /** Ends the life of every bearer token, as their expiry would. */
  expireTokens(): void;
}

/**
 * Starts a stand-in for the user-management REST API of Oracle Cloud Administration ("Primavera Administration"),
 * versions 1 and 3 with the operations of release 26, on 127.0.0.1.
 *
 * @see https://docs.oracle.com/en/industries/construction-engineering/primavera-administration/26/rest-api/index.html
 */
export async function startCloudAdministrationSimulator(
  options: SimulatorOptions = {},
): Promise<CloudAdministrationSimulator> {
  const settings = readSwitches(options.switches);
  const state = createState(settings);
  const access = createAccess(state);
  const server = await serveSimulator(createBehaviour(state, access), options.port);
  return {
    ...server,
    outbox: state.outbox,
    environment: environmentOf(server.url, state),
    passwordOf: (loginId) => state.accounts.get(loginId)?.password ?? null,
    expireTokens: () => access.expireTokens(),
  };
}

function createBehaviour(state: State, access: Access): SimulatorBehaviour {
  const { settings } = state;
  const operations = createOperations(state, access);

  function answer(request: SimulatorRequest): SimulatorAnswer {
    const target = findTarget(request.path, settings.tenant);
    if (target === null) throw new Refusal(404);
    const caller = access.authenticate(request, target);
    const match = matchRoute(request.method, target);
    if ('allowed' in match) throw notServed(match.allowed);
    return operations[match.route.operation]({ ...openExchange(request, target, match), caller });
  }

  return {
    identify: (request) => identify(request, settings),
    handle: (request) => {
      try {
        return answer(request);
      } catch (error) {
        if (error instanceof Refusal) return toErrorAnswer(error, settings);
        throw error;
      }
    },
    errorAnswer: (status) =>
      toErrorAnswer({ status, message: errorText(status), headers: {} }, settings),
    // Nothing is published about throttling; this is the common HTTP form of it.
    throttleAnswer: () =>
      toErrorAnswer(
        { status: 429, message: errorText(429), headers: { 'retry-after': '1' } },
        settings,
      ),
  };
}

function identify(
  request: SimulatorRequest,
  { tenant }: Settings,
): { readonly operation: string; readonly write: boolean } {
  const target = findTarget(request.path, tenant);
  const match = target === null ? null : matchRoute(request.method, target);
  if (match !== null && 'route' in match)
    return { operation: match.route.operation, write: match.route.write };
  return { operation: 'Unknown', write: !['GET', 'HEAD', 'OPTIONS'].includes(request.method) };
}

function notServed(allowed: readonly string[]): Refusal {
  return allowed.length === 0
    ? new Refusal(404)
    : new Refusal(405, undefined, { allow: allowed.join(', ') });
}

function environmentOf(
  url: string,
  { settings, accounts }: State,
): Readonly<Record<string, string>> {
  const tenant = settings.tenant === null ? '' : `/${encodeURIComponent(settings.tenant)}`;
  return {
    CLOUD_ADMINISTRATION_BASE_URL: `${url}${tenant}/cloudapi/restapi`,
    CLOUD_ADMINISTRATION_USERNAME: INTEGRATION_LOGIN,
    CLOUD_ADMINISTRATION_PASSWORD: accounts.get(INTEGRATION_LOGIN)?.password ?? '',
    ...(settings.apiVersion === 1 && { CLOUD_ADMINISTRATION_API_VERSION: '1' }),
  };
}
