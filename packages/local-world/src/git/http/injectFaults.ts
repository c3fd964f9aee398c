import { Request, RequestHandler, Response } from 'express';
import { Chaos, ChaosVerdict } from '../../world/Chaos';
import { chaosMiddleware } from '../../world/chaosMiddleware';
import { queryText } from './parseBody';

const LIMITS =
  'https://docs.github.com/rest/overview/rate-limits-for-the-rest-api';
const HOUR_S = 3_600;
const MESSAGES: Readonly<Record<number, string>> = {
  401: 'Bad credentials',
  404: 'Not Found',
  409: 'Head branch was modified. Review and try the merge again.',
  422: 'Validation Failed',
};

/** The last word of a path. */
function nameOf({ path }: Request): string {
  const words = path.split('/').filter(part => /^[a-z-]+$/.test(part));
  return words.at(-1) ?? '';
}

/**
 * What a call falls under: `github`, `github/rest`, `github/rest/files`, `github/rest/GET files` and
 * `github/rest/files/page/2`, where the name is the last word of the path that is no number.
 */
function targetsOf(area: string, request: Request): string[] {
  const name = nameOf(request);
  const page = queryText(request, 'page') ?? '1';
  const base = `github/${area}`;
  return [
    ...['github', base, `${base}/${name}`],
    ...[`${base}/${request.method} ${name}`, `${base}/${name}/page/${page}`],
  ];
}

/** https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#exceeding-the-rate-limit */
function refuseByLimit(verdict: ChaosVerdict, response: Response): void {
  const primary = verdict.outcome === 'exhausted';
  const reset = Math.ceil(Date.now() / 1000) + HOUR_S;
  if (primary) {
    response.set('X-RateLimit-Remaining', '0');
    response.set('X-RateLimit-Reset', String(reset));
  } else {
    response.set({ 'Retry-After': '1', 'X-RateLimit-Remaining': '4000' });
  }
  const message = primary
    ? 'API rate limit exceeded for user ID 1001.'
    : 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.';
  response.status(403).json({ message, documentation_url: LIMITS });
}

function refuse(verdict: ChaosVerdict, name: string, response: Response): void {
  const { outcome, status } = verdict;
  if (outcome === 'empty') {
    const runs = { total_count: 0, check_runs: [] };
    response.set({ 'X-RateLimit-Limit': '15000' });
    response.set({ 'X-RateLimit-Remaining': '14000' });
    response.json(name === 'check-runs' ? runs : []);
  } else if (outcome === 'throttled' || outcome === 'exhausted') {
    refuseByLimit(verdict, response);
  } else if (outcome === 'denied') {
    const message = 'Resource not accessible by personal access token';
    response.status(403).json({ message });
  } else if (status === 502) {
    // What stands before GitHub answers with a page.
    response.status(502).type('html').send('<html>Unicorn!</html>');
  } else {
    response.status(status).json({
      message: MESSAGES[status] ?? 'Server Error',
      documentation_url: 'https://docs.github.com/rest',
      status: String(status),
    });
  }
}

/** Faults of the target `github` and what is below it, answered as GitHub answers its own. */
export function injectFaults(chaos: Chaos, area: string): RequestHandler {
  return chaosMiddleware({
    chaos,
    targets: request => targetsOf(area, request),
    refuse: (verdict, request, response) =>
      refuse(verdict, nameOf(request), response),
  });
}
