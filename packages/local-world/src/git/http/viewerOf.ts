import { Request } from 'express';
import { TokenGrant } from '../accounts/TokenStore';
import { ApiError } from './ApiError';

const viewers = new WeakMap<Request, TokenGrant>();

/** Remembers who makes a request. */
export function rememberViewer(request: Request, grant: TokenGrant): void {
  viewers.set(request, grant);
}

/** Who makes a request, 401 when it is nobody. */
export function viewerOf(request: Request): TokenGrant {
  const grant = viewers.get(request);
  if (!grant) throw new ApiError(401, 'Requires authentication');
  return grant;
}
