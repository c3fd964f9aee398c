import { z } from 'zod';
import { DEMO_OAUTH_CLIENT } from '../../demo/people';

const querySchema = z.object({
  client_id: z.string(),
  redirect_uri: z.url(),
  state: z.string().optional(),
  scope: z.string().optional(),
  response_type: z.literal('code').optional(),
});

/** What an application asks for when it sends somebody to sign in. */
export interface AuthorizeRequest {
  readonly redirectUri: string;
  readonly state: string | undefined;
  readonly scopes: string[];
}

const loopback = ['localhost', '127.0.0.1', '[::1]'];

/** Reads the parameters of the authorize page; an error is in words for the person who sees it. */
export function parseAuthorize(
  input: unknown,
): AuthorizeRequest | { readonly error: string } {
  const parsed = querySchema.safeParse(input);
  if (!parsed.success) {
    const fields = parsed.error.issues.map(issue => issue.path.join('.'));
    return { error: `Missing or malformed: ${fields.join(', ')}.` };
  }
  const { client_id, redirect_uri, state, scope } = parsed.data;
  if (client_id !== DEMO_OAUTH_CLIENT.id) {
    return { error: `There is no application with client_id "${client_id}".` };
  }
  const { hostname, protocol } = new URL(redirect_uri);
  if (!/^https?:$/.test(protocol) || !loopback.includes(hostname)) {
    return {
      error: `redirect_uri must be on this machine, not on "${hostname}".`,
    };
  }
  const scopes = (scope ?? '').split(/[ ,]+/).filter(Boolean);
  return { redirectUri: redirect_uri, state, scopes };
}
