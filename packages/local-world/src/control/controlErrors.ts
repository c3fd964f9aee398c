import { ErrorRequestHandler } from 'express';
import { z } from 'zod';

/** A request for something that is not there. */
export class NotThereError extends Error {
  override readonly name = 'NotThereError';
}

/** Answers errors of the control API as `{ error }`. */
export const controlErrors: ErrorRequestHandler = (
  error: unknown,
  _request,
  response,
  _next,
) => {
  if (error instanceof z.ZodError) {
    response.status(400).json({ error: z.prettifyError(error) });
  } else if (error instanceof NotThereError) {
    response.status(404).json({ error: error.message });
  } else if (error instanceof SyntaxError) {
    response.status(400).json({ error: 'The body is not JSON' });
  } else {
    process.stderr.write(`local-world: control failed: ${error}\n`);
    response.status(500).json({ error: 'The control server failed' });
  }
};
