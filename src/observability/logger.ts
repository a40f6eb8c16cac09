import pino from 'pino';

/**
 * What a log line may hold. Only these fields reach a sink, whatever object is passed: an error of an HTTP client,
 * for one, carries headers and bodies.
 */
export interface LogFields {
  readonly requestId?: string | undefined;
  /** Of the trace in which the request is a span. */
  readonly traceId?: string | undefined;
  /** Name of the GraphQL operation; never its text or variables. */
  readonly operationName?: string | null | undefined;
  readonly operationType?: string | null | undefined;
  readonly subject?: string | undefined;
  readonly backend?: string | null | undefined;
  readonly upstreamOperation?: string | null | undefined;
  /** The backend's id of the request, for its operators. */
  readonly upstreamRequestId?: string | undefined;
  /** The system's or the backend's own code, or the place in its contract, of a call that failed. */
  readonly upstreamCode?: string | undefined;
  readonly upstreamCalls?: number | undefined;
  /** Backends and codes of calls that failed. */
  readonly upstreamFailures?: string | undefined;
  readonly status?: number | null | undefined;
  readonly code?: string | undefined;
  readonly path?: string | undefined;
  readonly durationMs?: number | undefined;
  readonly attempt?: number | undefined;
  readonly url?: string | undefined;
  readonly signal?: string | undefined;
  readonly errorName?: string | undefined;
  /** File, line and function of our own code; never a message. */
  readonly stack?: string | undefined;
  readonly reason?: string | undefined;
}

export interface Logger {
  debug(message: string, fields?: LogFields): void;
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
}

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

const ALLOWED_FIELDS: ReadonlySet<string> = new Set<keyof LogFields>([
  'requestId',
  'traceId',
  'operationName',
  'operationType',
  'subject',
  'backend',
  'upstreamOperation',
  'upstreamRequestId',
  'upstreamCode',
  'upstreamCalls',
  'upstreamFailures',
  'status',
  'code',
  'path',
  'durationMs',
  'attempt',
  'url',
  'signal',
  'errorName',
  'stack',
  'reason',
]);

/** A line of log goes where this writes: standard output unless a test listens. */
export interface LogDestination {
  write(line: string): void;
}

/** Logs JSON lines. `message` is always a constant of our own. */
export function createLogger(
  level: LogLevel,
  destination: LogDestination = process.stdout,
): Logger {
  const sink = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination);
  return {
    debug: (message, fields = {}) => sink.debug(allowed(fields), message),
    info: (message, fields = {}) => sink.info(allowed(fields), message),
    warn: (message, fields = {}) => sink.warn(allowed(fields), message),
    error: (message, fields = {}) => sink.error(allowed(fields), message),
  };
}

function allowed(fields: LogFields): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).filter(([name, value]) => ALLOWED_FIELDS.has(name) && !isObject(value)),
  );
}

/** An object could hold anything, whatever the type said of the field. */
function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}
