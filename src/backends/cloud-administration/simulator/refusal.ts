import type { SimulatorAnswer } from '../../../simulation/server.ts';
import type { Settings } from './switches.ts';

/** The one error text that is published. */
export const INVALID_INPUT = 'Invalid input, Please check.';

/** Ends the handling of a request with an error answer. */
export class Refusal extends Error {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, message?: string, headers: Readonly<Record<string, string>> = {}) {
    super(message ?? errorText(status));
    this.status = status;
    this.headers = headers;
  }
}

/** An error body has no documented form: plain text by default, a JSON object by switch. */
export function toErrorAnswer(
  { status, message, headers }: Pick<Refusal, 'status' | 'message' | 'headers'>,
  { errorBody }: Settings,
): SimulatorAnswer {
  return { status, headers, body: errorBody === 'json' ? { status, message } : message };
}

export function errorText(status: number): string {
  return ERROR_TEXTS[status] ?? 'The request failed.';
}

const ERROR_TEXTS: Readonly<Record<number, string>> = {
  400: INVALID_INPUT,
  401: 'Authentication is required.',
  403: 'You are not authorized to perform this operation.',
  404: 'The requested resource does not exist.',
  405: 'Method not allowed.',
  406: 'Not acceptable.',
  409: 'Another job is still running.',
  415: 'Unsupported media type.',
  429: 'Too many requests.',
  500: 'The identity system reported a failure. See the log for details.',
  503: 'The service is temporarily unavailable.',
};
