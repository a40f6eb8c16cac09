import type { Logger } from './logger.ts';
import { framesOf } from './stack-frames.ts';

/**
 * Ends the process on an error that nobody caught, as Node does, but without printing it: an error of an HTTP client
 * carries the headers and bodies of its request.
 */
export function logCrashes(log: Logger): void {
  process.on('uncaughtException', (error: unknown) => {
    log.error('the process ends on an error that nobody caught', {
      errorName: error instanceof Error ? error.name : typeof error,
      stack: error instanceof Error ? framesOf(error) : undefined,
    });
    process.exit(1);
  });
}
