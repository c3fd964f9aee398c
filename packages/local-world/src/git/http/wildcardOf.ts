import { Request } from 'express';

/** What the `*` of a route has matched; names of branches and paths may hold slashes. */
export function wildcardOf(request: Request): string {
  return request.params[0] ?? '';
}
