import { randomUUID } from 'node:crypto';
import { context, propagation, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import type { NextFunction, Request, Response } from 'express';
import { type Logger, requestIds } from '../telemetry/logging.js';
{% if values.has.http %}
import type { Metrics } from '../telemetry/metrics.js';
{% endif %}

// What a caller may name a request: it goes into logs and back into a header.
const REQUEST_ID = /^[A-Za-z0-9._-]{1,128}$/;
const PROBES = ['/healthz', '/readyz', '/metrics'];
{% if values.has.http %}
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
{% endif %}

/** Middleware that gives each request an id and a span, {% if values.has.http %}records it {% endif %}and logs it. */
export function observe(log: Logger{% if values.has.http %}, metrics: Metrics{% endif %}) {
  return (request: Request, response: Response, next: NextFunction): void => {
    if (PROBES.includes(request.path)) return next();
    const given = request.get('x-request-id') ?? '';
    const id = REQUEST_ID.test(given) ? given : randomUUID();
    response.setHeader('X-Request-Id', id);
    const started = performance.now();
    const parent = propagation.extract(context.active(), request.headers);
    const span = trace.getTracer('http').startSpan(request.method, { kind: SpanKind.SERVER }, parent);
    const inSpan = trace.setSpan(parent, span);
    response.on('close', () => {
      const seconds = (performance.now() - started) / 1000;
      const status = response.statusCode;
      span.setAttributes({ 'http.request.method': request.method, 'http.response.status_code': status });
      if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
{% if values.has.http %}
      metrics.requests.observe(
        {
          // Callers can make up endlessly many methods and paths.
          http_request_method: METHODS.includes(request.method) ? request.method : '_OTHER',
          http_route: routeOf(request),
          http_response_status_code: status,
        },
        seconds,
      );
{% endif %}
      context.with(inSpan, () =>
        requestIds.run(id, () =>
          log.info(
            { method: request.method, path: request.path, status, duration_ms: Math.round(seconds * 1000) },
            'request',
          ),
        ),
      );
    });
    context.with(inSpan, () => requestIds.run(id, next));
  };
}
{% if values.has.http %}

function routeOf(request: Request): string {
  // Express sets it once a route has matched.
  const route: unknown = request.route;
  const matched = typeof route === 'object' && route !== null && 'path' in route ? route.path : undefined;
  return typeof matched === 'string' ? matched : 'none';
}
{% endif %}
