/** One GraphQL operation was answered. */
export interface OperationEvent {
  readonly requestId: string;
  readonly type: 'query' | 'mutation' | 'subscription' | 'unknown';
  /** As the document names it; `null`: it has no name, or the document was refused. */
  readonly operationName: string | null;
  /** `null`: nobody was signed in. */
  readonly subject: string | null;
  /** `extensions.code` of the answer's errors, each as often as it occurs. */
  readonly errorCodes: readonly string[];
  readonly durationMs: number;
  /** Reads of backends that the operation paid for, retries included, also those that prepare a write. */
  readonly upstreamCalls: number;
}

/** One user write or password reset came to its end, sent or not. */
export interface WriteEvent {
  /** The mutation's field. */
  readonly mutation: string;
  /** As the caller names it where it could not be made out; `null`: not even that. */
  readonly backend: string | null;
  readonly status: string;
}
