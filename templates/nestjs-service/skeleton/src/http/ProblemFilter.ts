import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { Response } from 'express';
import type { Logger } from '../telemetry/logging.js';
import { ProblemException } from './ProblemException.js';

/** Answers errors as application/problem+json, https://www.rfc-editor.org/rfc/rfc9457; what went wrong inside only the log tells. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    const status = statusOf(error);
    if (status >= 500 && !(error instanceof HttpException)) this.log.error({ err: error }, 'request failed');
    if (response.headersSent) return;
    const known = status < 500 || error instanceof HttpException;
    response
      .status(status)
      .type('application/problem+json')
      .send(
        JSON.stringify({
          title: TITLES[status] ?? 'Error',
          status,
          detail: known && error instanceof Error ? error.message : 'something went wrong; try again later',
          ...(error instanceof ProblemException ? { errors: error.errors } : {}),
        }),
      );
  }
}

const TITLES: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  404: 'Not Found',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  422: 'Unprocessable Content',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
};

/** Also of the errors that the parser of bodies throws. */
function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  if (error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number') return error.statusCode;
  return 500;
}
