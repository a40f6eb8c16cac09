import type { GatewayError } from '../domain/errors.ts';
import type { UpstreamRequest, UpstreamResponse } from '../http/upstream.ts';
import { toWriteFailure } from '../http/write-outcome.ts';
import { tabulate, type SemanticTable } from './description.ts';

type LabelledAnswer = readonly [label: string, answer: UpstreamResponse];

/** How a backend reads its own answers. */
export type FailureOf = (
  response: UpstreamResponse,
  request: UpstreamRequest,
) => GatewayError | null;

/** What the answers to a request that changes nothing are taken for. */
export function tabulateReads(
  name: string,
  { request, failureOf }: { readonly request: UpstreamRequest; readonly failureOf: FailureOf },
  answers: readonly LabelledAnswer[] = COMMON_ANSWERS,
): SemanticTable {
  return tabulate(name, answers, (answer) => failureOf(answer, request)?.code ?? 'an answer');
}

/** What the answers to a request that changes something are taken for. */
export function tabulateWrites(
  name: string,
  reading: { readonly request: UpstreamRequest; readonly failureOf: FailureOf },
  answers: readonly LabelledAnswer[] = COMMON_ANSWERS,
): SemanticTable {
  return tabulate(name, answers, (response) => {
    const failure = toWriteFailure({ kind: 'response', response }, reading);
    return failure === null ? 'an answer' : `${failure.status} ${failure.error.code}`;
  });
}

export function answer(status: number, body = '{}'): UpstreamResponse {
  return { status, headers: {}, body };
}

/** Answers that any backend may give, as itself or through a proxy before it. */
export const COMMON_ANSWERS: readonly LabelledAnswer[] = [
  ['200 with an HTML page', answer(200, '<html></html>')],
  ...[302, 400, 401, 403, 404, 405, 409, 415, 422, 429, 500, 502, 503].map(
    (status) => [String(status), answer(status)] as const,
  ),
];
