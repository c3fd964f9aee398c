import { RequestHandler } from 'express';

const LOOPBACK = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;

/** Origin of a URL, or undefined when it is none. */
const hostOf = (origin: string) =>
  URL.canParse(origin) ? new URL(origin).host : undefined;

/**
 * Keeps other web pages out: a name that was rebound to 127.0.0.1 has the wrong Host, and a form or script on
 * another site has the wrong Origin.
 */
export const loopbackOnly: RequestHandler = (request, response, next) => {
  const host = request.get('host') ?? '';
  const origin = request.get('origin');
  if (!LOOPBACK.test(host)) {
    response
      .status(403)
      .json({ error: 'Only reachable as 127.0.0.1 or localhost' });
  } else if (
    request.method !== 'GET' &&
    origin !== undefined &&
    hostOf(origin) !== host
  ) {
    response.status(403).json({ error: 'Refused: sent by another site' });
  } else {
    next();
  }
};
