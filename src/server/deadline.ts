import type { ServerResponse } from 'node:http';

/** How long the work for one request may go on. */
export interface Deadline {
  /** Ends when the request has taken too long or its caller has left: for reads, which then serve nobody. */
  readonly signal: AbortSignal;
  /** Ends only when the request has taken too long: for writes, which are seen through when the caller leaves. */
  readonly timeout: AbortSignal;
  /** Frees the timer; to be called when the answer is out. */
  clear(): void;
}

/** Gives a request its one deadline, from which every upstream read takes its time. */
export function createDeadline(outgoing: ServerResponse, deadlineMs: number): Deadline {
  const whole = new AbortController();
  const timeout = new AbortController();
  const timer = setTimeout(() => {
    const reason = new DOMException('The request took longer than its deadline.', 'TimeoutError');
    timeout.abort(reason);
    whole.abort(reason);
  }, deadlineMs);
  const onClose = (): void => {
    if (!outgoing.writableFinished) whole.abort(new DOMException('The caller left.', 'AbortError'));
  };
  outgoing.once('close', onClose);
  return {
    signal: whole.signal,
    timeout: timeout.signal,
    clear: () => {
      clearTimeout(timer);
      outgoing.off('close', onClose);
    },
  };
}
