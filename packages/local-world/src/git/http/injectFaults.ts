import { RequestHandler } from 'express';
import { Chaos } from '../../world/Chaos';
import { chaosMiddleware } from '../../world/chaosMiddleware';

/** Faults of the target `github` and of `github/<area>`, answered as GitHub answers its own. */
export function injectFaults(chaos: Chaos, area: string): RequestHandler {
  return chaosMiddleware({
    chaos,
    targets: () => ['github', `github/${area}`],
    refuse: (verdict, _request, response) => {
      if (verdict.outcome === 'throttled') {
        response.set({ 'Retry-After': '1', 'X-RateLimit-Remaining': '0' });
        response.status(403).json({
          message:
            'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
          documentation_url:
            'https://docs.github.com/rest/overview/rate-limits-for-the-rest-api',
        });
      } else if (verdict.outcome === 'denied') {
        const message = 'Resource not accessible by personal access token';
        response.status(403).json({ message });
      } else {
        response.status(verdict.status).json({ message: 'Server Error' });
      }
    },
  });
}
