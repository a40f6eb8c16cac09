import { STATUS_CODES } from 'node:http';
import type { SimulatorAnswer } from '../../../../simulation/server.ts';

/** A request that CPQ refuses. The detail never repeats a value that was sent. */
export class Problem extends Error {
  readonly status: number;
  /** Where in the body, as a JSON pointer; `null`: the request as a whole. */
  readonly errorPath: string | null;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    detail: string,
    { errorPath = null, headers = {} }: ProblemOptions = {},
  ) {
    super(detail);
    this.status = status;
    this.errorPath = errorPath;
    this.headers = headers;
  }
}

interface ProblemOptions {
  readonly errorPath?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
}

export function badRequest(detail: string, property?: string): Problem {
  return new Problem(400, detail, { errorPath: property === undefined ? null : `/${property}` });
}

export function notFound(detail = 'The resource does not exist.'): Problem {
  return new Problem(404, detail);
}

export function forbidden(detail: string): Problem {
  return new Problem(403, detail);
}

/** The body of a refusal; the paths of SCIM have an error of their own (inferred). */
export function toErrorAnswer(problem: Problem, path: string): SimulatorAnswer {
  return /\/scim\/users(?:\/|$)/i.test(path) ? toScimError(problem) : toRestError(problem, path);
}

function toScimError({ status, message, headers }: Problem): SimulatorAnswer {
  return {
    status,
    headers: { 'content-type': 'application/scim+json', ...headers },
    body: {
      schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
      detail: message,
      status: String(status),
    },
  };
}

/**
 * Oracle's standard REST error object. What CPQ itself answers with is not published; sister products use this one
 * (inferred).
 */
function toRestError(problem: Problem, path: string): SimulatorAnswer {
  const code = String(problem.status);
  const where = problem.errorPath === null ? {} : { 'o:errorPath': problem.errorPath };
  return {
    status: problem.status,
    headers: problem.headers,
    body: {
      type: rfcSection(problem.status),
      title: STATUS_CODES[problem.status] ?? 'Error',
      status: problem.status,
      detail: problem.message,
      instance: path,
      'o:errorCode': code,
      ...where,
      'o:errorDetails': [{ title: problem.message, 'o:errorCode': code, ...where }],
    },
  };
}

function rfcSection(status: number): string {
  const section = status < 500 ? `10.4.${status - 399}` : `10.5.${status - 499}`;
  return `http://www.w3.org/Protocols/rfc2616/rfc2616-sec10.html#sec${section}`;
}
