/** What a read may cost and how long it may take. One for all reads of one request. */
export interface ReadContext {
  /** Ends when the request's deadline passes or the caller leaves. */
  readonly signal: AbortSignal;
  readonly budget: CallBudget;
  /** `true`: the answer must come from the backend now, whatever a cache or a call in flight holds. */
  readonly fresh: boolean;
}

/** Counts the upstream calls of one operation. */
export interface CallBudget {
  /** Claims one call. @throws GatewayError BUDGET_EXCEEDED when none is left */
  take(): void;
}
