import { ErrorRequestHandler, RequestHandler, Response } from 'express';
import { PromqlError } from './promql/PromqlError';
import { SigV4Error } from './sigv4/SigV4Error';

/** Answers in the shape of AWS REST-JSON errors, as AMP does for all but query errors. */
export function sendAwsError(
  response: Response,
  status: number,
  code: string,
  message: string,
): void {
  response.status(status).set('x-amzn-ErrorType', code).json({ message });
}

export const unknownAmpOperation: RequestHandler = (request, response) => {
  sendAwsError(
    response,
    501,
    'NotImplementedInLocalWorld',
    `The local world's AMP does not implement ${request.method} ${request.path}`,
  );
};

export const ampErrorHandler: ErrorRequestHandler = (
  error,
  _request,
  response,
  next,
) => {
  if (error instanceof SigV4Error) {
    sendAwsError(response, 403, error.code, error.message);
  } else if (error instanceof PromqlError) {
    response.status(error.errorType === 'bad_data' ? 400 : 422).json({
      status: 'error',
      errorType: error.errorType,
      error: error.message,
    });
  } else {
    next(error);
  }
};
