import type {
  SimulatorAnswer,
  SimulatorBehaviour,
  SimulatorRequest,
} from '../../../../simulation/server.ts';
import { assertAdministrator, authenticate } from './access.ts';
import type { Exchange, Site } from './exchange.ts';
import { schemaAnswer } from './metadata.ts';
import { Problem, toErrorAnswer } from './problem.ts';
import { createRouter } from './router.ts';
import type { RoutedRequest } from './router.ts';
import { routes } from './routes.ts';
import type { TokenService } from './tokens.ts';

const SCHEMA_TYPE = 'application/schema+json';
const TOKEN_PATH = '/oauth2/v1/token';

/** What the simulated site does with a request: the token endpoint, and everything under its REST base. */
export function createBehaviour(site: Site, tokens: TokenService): SimulatorBehaviour {
  const router = createRouter(routes, site.switches);

  const handle = (request: SimulatorRequest): SimulatorAnswer => {
    if (isTokenRequest(request)) return tokens.answer(request);
    const routed = router.route(request);
    const caller = authenticate(request, site.store, tokens);
    if (routed.route.right !== 'anyone') assertAdministrator(caller);
    const exchange = exchangeOf(routed, { site, request, caller });
    const wantsSchema = request.headers['accept'] === SCHEMA_TYPE && request.method === 'GET';
    return wantsSchema && routed.route.resource === 'user'
      ? schemaAnswer(exchange)
      : routed.route.handle(exchange);
  };

  return {
    identify: (request) =>
      isTokenRequest(request)
        ? { operation: 'GetToken', write: false }
        : { operation: router.nameOf(request) ?? 'Unknown', write: request.method !== 'GET' },
    handle: (request) => {
      try {
        return handle(request);
      } catch (error) {
        // A defect of the simulator itself shows as 500 and never says what it was about.
        const problem = error instanceof Problem ? error : new Problem(500, 'Internal error.');
        return toErrorAnswer(problem, request.path);
      }
    },
    errorAnswer: (status, request) =>
      toErrorAnswer(new Problem(status, 'The request failed.'), request.path),
    // CPQ documents no limit of calls; this is how one would look.
    throttleAnswer: (_fault, request) =>
      toErrorAnswer(new Problem(429, 'Too many requests.'), request.path),
  };
}

function exchangeOf(
  { params, prefix, version }: RoutedRequest,
  rest: Pick<Exchange, 'site' | 'request' | 'caller'>,
): Exchange {
  const scheme = rest.site.switches.httpLinks ? 'http' : 'https';
  return {
    ...rest,
    params,
    version,
    shape: version < 8 ? 'flat' : 'lookup',
    base: `${scheme}://${rest.request.headers['host'] ?? 'localhost'}${prefix}`,
  };
}

function isTokenRequest({ method, path }: SimulatorRequest): boolean {
  return method === 'POST' && path === TOKEN_PATH;
}
