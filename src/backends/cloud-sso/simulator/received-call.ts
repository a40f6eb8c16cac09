import type { SimulatorRequest } from '../../../simulation/server.ts';

/** A request as an RPC call: what it names and what it brings along, nothing verified yet. */
export interface ReceivedCall {
  /** `acs3`: signature V3 in the Authorization header; `rpc`: signature V1 in a parameter; `unsigned`: neither. */
  readonly scheme: 'acs3' | 'rpc' | 'unsigned';
  readonly action: string | null;
  readonly version: string | null;
  readonly format: 'json' | 'xml';
  /** The `Format` asked for is neither JSON nor XML. */
  readonly formatUnknown: boolean;
  /** Every parameter of the query and the form body, decoded, in the order sent. */
  readonly parameters: readonly (readonly [name: string, value: string])[];
  readonly host: string;
}

export function readCall(request: SimulatorRequest): ReceivedCall {
  const parameters = [...request.query, ...formParameters(request)];
  const value = (name: string): string | null =>
    parameters.find(([candidate]) => candidate === name)?.[1] || null;
  const { headers } = request;
  const scheme = schemeOf(headers['authorization'], value('Signature'));
  const usesHeaders = scheme === 'acs3' || (scheme === 'unsigned' && value('Action') === null);
  const format = usesHeaders ? formatAccepted(headers['accept']) : (value('Format') ?? 'xml');
  return {
    scheme,
    action: usesHeaders ? headers['x-acs-action'] || null : value('Action'),
    version: usesHeaders ? headers['x-acs-version'] || null : value('Version'),
    format: format.toLowerCase() === 'json' ? 'json' : 'xml',
    formatUnknown: !['json', 'xml'].includes(format.toLowerCase()),
    parameters,
    host: headers['host'] ?? '',
  };
}

function formParameters(request: SimulatorRequest): Iterable<[string, string]> {
  const contentType = request.headers['content-type'] ?? '';
  const isForm = /^application\/x-www-form-urlencoded\b/i.test(contentType);
  return new URLSearchParams(isForm ? request.body.toString('utf8') : '');
}

function schemeOf(authorization = '', signature: string | null): ReceivedCall['scheme'] {
  if (authorization.startsWith('ACS3-')) return 'acs3';
  return signature === null ? 'unsigned' : 'rpc';
}

/** What V3 answers without `Accept` is unknown; JSON is what every current client asks for. */
function formatAccepted(accept = ''): string {
  return /\b(application|text)\/xml\b/.test(accept) ? 'xml' : 'json';
}
