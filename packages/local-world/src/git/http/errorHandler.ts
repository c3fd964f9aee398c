import { ErrorRequestHandler } from 'express';
import { z } from 'zod';
import { ApiError } from './ApiError';

const httpError = z.object({ status: z.number().min(400).max(499) });

/** Answers errors in the shape of the GitHub API. */
export const errorHandler: ErrorRequestHandler = (
  error: unknown,
  request,
  response,
  next,
) => {
  if (response.headersSent) {
    next(error);
    return;
  }
  const { status, message, errors } = toApiError(error);
  if (status === 500) {
    const text = error instanceof Error ? error.stack : String(error);
    process.stderr.write(
      `Git host: ${request.method} ${request.path} failed: ${text}\n`,
    );
  }
  response.status(status).json({
    message,
    ...(errors && { errors }),
    documentation_url: 'https://docs.github.com/rest',
    status: String(status),
  });
};

function toApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  // What express itself raises: a body that is no JSON, or too long, or a path that cannot be decoded.
  const parsed = httpError.safeParse(error);
  if (parsed.success) {
    return new ApiError(parsed.data.status, 'Problems parsing JSON');
  }
  return new ApiError(500, 'Server Error');
}
