import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  TraceFlags,
  isSpanContextValid,
  trace,
  type Context,
  type Span,
} from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import {
  defaultResource,
  detectResources,
  resourceAttributesEnvDetector,
  resourceFromAttributes,
  serviceNameEnvDetector,
  type Resource,
} from '@opentelemetry/resources';
import { BatchSpanProcessor, TracerProvider, type SpanExporter } from '@opentelemetry/sdk-trace';
import type { Logger } from './logger.ts';
import type { Tracing } from './tracing.ts';

const EXPORT_TIMEOUT_MS = 5_000;
/** Of any version, but for the one that is none; later ones may have more at the end. */
const TRACEPARENT = /^(?!ff)[\da-f]{2}-([\da-f]{32})-([\da-f]{16})-([\da-f]{2})(?:-|$)/;

/** Sends spans to a collector in batches. One that cannot be reached costs spans, never an answer. */
export function createOtlpTracing(collector: URL, log: Logger): Tracing {
  const exporter = new OTLPTraceExporter({
    url: `${collector.href.replace(/\/$/, '')}/v1/traces`,
    timeoutMillis: EXPORT_TIMEOUT_MS,
  });
  const processor = new BatchSpanProcessor({ exporter: reportFailures(exporter, log) });
  const provider = new TracerProvider({
    resource: createResource(),
    spanProcessors: [processor],
  });
  const tracer = provider.getTracer('user-gateway');
  const current = new AsyncLocalStorage<Span>();
  return {
    request: async (traceparent, work) => {
      const span = tracer.startSpan('graphql', { kind: SpanKind.SERVER }, parseParent(traceparent));
      try {
        return await current.run(span, work);
      } finally {
        span.end();
      }
    },
    operation: ({ type, errorCodes, upstreamCalls }) => {
      const span = current.getStore();
      span?.updateName(`graphql ${type}`);
      span?.setAttributes({
        'graphql.operation.type': type,
        'gateway.outcome': errorCodes.length === 0 ? 'ok' : 'errors',
        'gateway.error_codes': [...new Set(errorCodes)],
        'gateway.upstream_calls': upstreamCalls,
      });
    },
    upstreamCall: ({ backend, operation, method, status, outcome, durationMs, attempt }) => {
      const parent = current.getStore();
      const endTime = Date.now();
      const span = tracer.startSpan(
        `${backend} ${operation}`,
        {
          kind: SpanKind.CLIENT,
          startTime: endTime - durationMs,
          attributes: {
            'gateway.backend': backend,
            'gateway.operation': operation,
            'gateway.outcome': outcome,
            'gateway.attempt': attempt,
            'http.request.method': method,
            ...(status !== null && { 'http.response.status_code': status }),
          },
        },
        parent === undefined ? ROOT_CONTEXT : trace.setSpan(ROOT_CONTEXT, parent),
      );
      if (outcome !== 'OK') span.setStatus({ code: SpanStatusCode.ERROR });
      span.end(endTime);
    },
    traceId: () => current.getStore()?.spanContext().traceId,
    close: async () => {
      const givenUp = sleep(EXPORT_TIMEOUT_MS, undefined, { ref: false });
      await Promise.race([provider.shutdown().catch(() => {}), givenUp]);
    },
  };
}

/** The operator may rename the service and add attributes with the variables that OpenTelemetry defines for it. */
function createResource(): Resource {
  return defaultResource()
    .merge(resourceFromAttributes({ 'service.name': 'user-gateway' }))
    .merge(detectResources({ detectors: [resourceAttributesEnvDetector, serviceNameEnvDetector] }));
}

/** Tells the log that spans were lost; why may hold an address or a token. */
function reportFailures(exporter: SpanExporter, log: Logger): SpanExporter {
  return {
    export: (spans, done) =>
      exporter.export(spans, (result) => {
        if (result.error !== undefined) log.warn('spans could not be sent to the collector');
        done(result);
      }),
    shutdown: () => exporter.shutdown(),
    forceFlush: async () => exporter.forceFlush?.(),
  };
}

function parseParent(traceparent: string | undefined): Context {
  const [, traceId = '', spanId = '', flags = ''] = TRACEPARENT.exec(traceparent ?? '') ?? [];
  const traceFlags = Number.parseInt(flags, 16) & TraceFlags.SAMPLED;
  const parent = { traceId, spanId, traceFlags, isRemote: true };
  return isSpanContextValid(parent) ? trace.setSpanContext(ROOT_CONTEXT, parent) : ROOT_CONTEXT;
}
