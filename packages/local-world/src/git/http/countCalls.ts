import { RequestHandler } from 'express';
import { z } from 'zod';
import { CallCounter } from '../../world/CallCounter';

const matched = z.object({
  path: z.union([z.string(), z.array(z.string()).transform(all => all[0])]),
});

/** Counts each answered request under its method and the route that took it, as `GET /repos/:owner/:repo`. */
export function countCalls(counter: CallCounter): RequestHandler {
  return (request, response, next) => {
    response.on('finish', () => {
      const route = matched.safeParse(request.route);
      const path = route.success ? route.data.path : 'unmatched';
      counter.count('GitHub', `${request.method} ${path}`);
      if (response.statusCode === 304) counter.noteUnchanged('GitHub');
    });
    next();
  };
}
