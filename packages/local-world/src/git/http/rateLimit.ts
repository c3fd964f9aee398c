import { RequestHandler } from 'express';
import { WorldClock } from '../../world/types';
import { ApiError } from './ApiError';
import { viewerOf } from './viewerOf';

const HOUR_MS = 3_600_000;

interface Window {
  readonly reset: number;
  used: number;
}

/** Counts requests of each account in windows of an hour, and says so in the headers GitHub sends. */
export function rateLimit(clock: WorldClock, limit = 15_000): RequestHandler {
  const windows = new Map<string, Window>();
  return (request, response, next) => {
    const { login } = viewerOf(request);
    const now = clock.now();
    const known = windows.get(login);
    const window =
      known && known.reset > now ? known : { reset: now + HOUR_MS, used: 0 };
    windows.set(login, window);
    window.used += 1;
    response.set({
      'X-RateLimit-Limit': String(limit),
      'X-RateLimit-Remaining': String(Math.max(0, limit - window.used)),
      'X-RateLimit-Used': String(window.used),
      'X-RateLimit-Reset': String(Math.ceil(window.reset / 1000)),
      'X-RateLimit-Resource': 'core',
    });
    if (window.used > limit) {
      throw new ApiError(403, `API rate limit exceeded for user ${login}.`);
    }
    next();
  };
}
