import { AsyncLocalStorage } from 'node:async_hooks';
import type { LoggerService } from '@nestjs/common';
import { trace } from '@opentelemetry/api';
import { type DestinationStream, type Logger, pino } from 'pino';
import type { Config } from '../config.js';

export type { Logger } from 'pino';
export const LOG = Symbol('Logger');

/** Id of the request that is being answered. */
export const requestIds = new AsyncLocalStorage<string>();

/** JSON lines that carry the ids of the request and the trace they belong to. */
export function createLogger(
  config: Pick<Config, 'LOG_LEVEL' | 'OTEL_SERVICE_NAME' | 'DEPLOYMENT_ENVIRONMENT'>,
  destination?: DestinationStream,
): Logger {
  return pino(
    {
      level: config.LOG_LEVEL,
      base: { service: config.OTEL_SERVICE_NAME, environment: config.DEPLOYMENT_ENVIRONMENT },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (level) => ({ level }) },
      mixin() {
        const span = trace.getActiveSpan()?.spanContext();
        const requestId = requestIds.getStore();
        return {
          ...(requestId ? { request_id: requestId } : {}),
          ...(span ? { trace_id: span.traceId, span_id: span.spanId } : {}),
        };
      },
    },
    destination ?? pino.destination(1),
  );
}

/** What Nest itself has to say, in the same lines. */
export class NestLog implements LoggerService {
  constructor(private readonly logger: Logger) {}
  log(message: unknown) {
    this.logger.debug(String(message));
  }
  warn(message: unknown) {
    this.logger.warn(String(message));
  }
  error(message: unknown) {
    this.logger.error(String(message));
  }
}
