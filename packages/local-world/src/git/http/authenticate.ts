import { Request, RequestHandler } from 'express';
import { TokenGrant, TokenStore } from '../accounts/TokenStore';
import { ApiError } from './ApiError';
import { rememberViewer } from './viewerOf';

/** The token of a request: `token X`, `Bearer X`, or Basic with it as password or as user name. */
export function tokensOf(request: Request): readonly string[] {
  const [scheme = '', value = ''] = (request.headers.authorization ?? '').split(
    ' ',
    2,
  );
  if (/^(token|bearer)$/i.test(scheme)) return [value];
  if (!/^basic$/i.test(scheme)) return [];
  const text = Buffer.from(value, 'base64').toString();
  const colon = text.indexOf(':');
  return [text.slice(colon + 1), text.slice(0, colon)].filter(Boolean);
}

/** Who a request speaks for; undefined for an anonymous one, 401 for a token that means nobody. */
export function findGrant(
  tokens: TokenStore,
  request: Request,
): TokenGrant | undefined {
  const candidates = tokensOf(request);
  if (candidates.length === 0) return undefined;
  const grant = candidates
    .map(token => tokens.find(token))
    .find(found => found !== undefined);
  if (!grant) throw new ApiError(401, 'Bad credentials');
  return grant;
}

/** Lets in only requests with a good token. */
export function authenticate(tokens: TokenStore): RequestHandler {
  return (request, response, next) => {
    const grant = findGrant(tokens, request);
    if (!grant) throw new ApiError(401, 'Requires authentication');
    rememberViewer(request, grant);
    response.set('X-OAuth-Scopes', grant.scopes.join(', '));
    response.set('X-GitHub-Media-Type', 'github.v3; format=json');
    next();
  };
}
