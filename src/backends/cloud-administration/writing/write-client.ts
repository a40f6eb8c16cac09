import type { ReadContext } from '../../../domain/backend.ts';
import type { UpstreamClient } from '../../../http/upstream-client.ts';
import type { UpstreamRequest, UpstreamResponse, WriteAnswer } from '../../../http/upstream.ts';
import {
  toWriteFailure,
  type WriteFailure,
  type WriteReading,
} from '../../../http/write-outcome.ts';
import type { FailureOf } from '../failure.ts';
import { jobAddressOf, type JobAddress } from './job-address.ts';
import type { CloudAdministrationSettings } from '../settings.ts';
import type { WriteCall } from './write-calls.ts';

/** What came of a write that was sent at most once. */
export type WriteReply =
  /** A good status; `parseChangeReport` reads the body. */
  { readonly kind: 'answered'; readonly response: UpstreamResponse } | FailedReply;

export interface FailedReply {
  readonly kind: 'failed';
  readonly failure: WriteFailure;
  /** The text of the refusal, for telling refusals apart and nothing else; empty when no answer came. */
  readonly refusal: string;
  /** No answer came in time: the backend may still be at it. */
  readonly isLate: boolean;
}

/** The part of the client that changes something, and follows what it started. */
export interface WriteClient {
  /** Sends a write at most once. Never throws for an outcome. @param body sent as JSON; absent: none */
  write(call: WriteCall, body?: unknown): Promise<WriteReply>;
  /** The job that a good answer tells of, if any. */
  jobOf(response: UpstreamResponse): JobAddress | null;
  /** The state of a job, at one of the paths of its address: status 202 while it runs, else its result. */
  getJob(path: string, context: ReadContext): Promise<UpstreamResponse>;
}

export interface WriteClientOptions {
  readonly upstream: UpstreamClient;
  readonly settings: Pick<CloudAdministrationSettings, 'baseUrl'>;
  readonly failureOf: FailureOf;
  /** `/v3`, or empty for version 1. */
  readonly versionPath: string;
  /** Of every request. */
  readonly headers: Readonly<Record<string, string>>;
}

/** The types of many answers are undocumented: whatever comes is welcome, and its content decides. */
const ACCEPT_ANY = 'application/json, text/plain;q=0.9, */*;q=0.5';

export function createWriteClient(options: WriteClientOptions): WriteClient {
  const { upstream, settings, failureOf, versionPath } = options;
  const headers = { ...options.headers, accept: ACCEPT_ANY };
  return {
    write: async (call, body) => {
      const request: UpstreamRequest = {
        ...call,
        headers,
        ...(body !== undefined && { body: JSON.stringify(body) }),
      };
      return toReply(await upstream.write(request), { request, failureOf });
    },

    jobOf: (response) => jobAddressOf(response, { baseUrl: settings.baseUrl, versionPath }),

    // What a job's result says, and whether it says anything, is judged where the write is known.
    getJob: (path, context) =>
      upstream.read(
        { operation: 'GetJob', method: 'GET', path, headers },
        context,
        (response) => response,
      ),
  };
}

function toReply(answer: WriteAnswer, reading: WriteReading): WriteReply {
  const failure = toWriteFailure(answer, reading);
  const response = answer.kind === 'response' ? answer.response : null;
  if (failure !== null)
    return { kind: 'failed', failure, refusal: response?.body ?? '', isLate: isLate(answer) };
  if (response !== null) return { kind: 'answered', response };
  throw new Error('A write without an answer passed for a good one.');
}

function isLate(answer: WriteAnswer): boolean {
  return answer.kind === 'unknown' && answer.error.safeCause?.code === 'ETIMEDOUT';
}
