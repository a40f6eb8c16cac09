import type { ServerResponse } from 'node:http';

/** Ends when a request has taken too long or its caller has left. */
export interface Deadline {
  readonly signal: AbortSignal;
  /** Frees the timer; to be called when the answer is out. */
  clear(): void;
}

/** Gives a request its one deadline, from which every upstream read takes its time. */
export function createDeadline(outgoing: ServerResponse, deadlineMs: number): Deadline {
  const controller = new AbortController();
  const timer = setTimeout(() => {
    controller.abort(
      new DOMException('The request took longer than its deadline.', 'TimeoutError'),
    );
  }, deadlineMs);
  const onClose = (): void => {
    if (!outgoing.writableFinished)
      controller.abort(new DOMException('The caller left.', 'AbortError'));
  };
  outgoing.once('close', onClose);
  return {
    signal: controller.signal,
    clear: () => {
      clearTimeout(timer);
      outgoing.off('close', onClose);
    },
  };
}
