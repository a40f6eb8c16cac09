import { GatewayError } from '../domain/errors.ts';

/** @throws GatewayError BACKEND_UNAVAILABLE when the signal has ended already */
export function assertNotAborted(signal: AbortSignal): void {
  if (signal.aborted) throw createAbortError();
}

/**
 * Waits for work that others share, no longer than the caller's own signal; the work itself goes on.
 *
 * @throws GatewayError BACKEND_UNAVAILABLE when the signal ends first
 */
export async function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  let onAbort = (): void => {};
  const left = new Promise<never>((_resolve, reject) => {
    onAbort = () => reject(createAbortError());
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort, { once: true });
  });
  try {
    return await Promise.race([work, left]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}

function createAbortError(): GatewayError {
  return new GatewayError('BACKEND_UNAVAILABLE', 'The request ended before the backend answered.');
}
