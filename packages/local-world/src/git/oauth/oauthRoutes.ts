import express, { RequestHandler } from 'express';
import Router from 'express-promise-router';
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { accounts } from '../accounts/Accounts';
import { DEMO_OAUTH_CLIENT } from '../../demo/people';
import { HostContext } from '../HostContext';
import { countCalls } from '../http/countCalls';
import { injectFaults } from '../http/injectFaults';
import { errorPage } from '../web/errorPage';
import { AuthorizeRequest, parseAuthorize } from './authorizeRequest';
import { signInPage } from './signInPage';

const CODE_LIFETIME_MS = 10 * 60_000;

const exchangeSchema = z.object({
  client_id: z.string(),
  client_secret: z.string(),
  code: z.string(),
  redirect_uri: z.string().optional(),
});

interface IssuedCode {
  readonly login: string;
  readonly request: AuthorizeRequest;
  readonly expires: number;
}

/** GitHub's web flow, https://docs.github.com/en/apps/oauth-apps/building-oauth-apps/authorizing-oauth-apps */
export function oauthRoutes(host: HostContext): RequestHandler {
  const codes = new Map<string, IssuedCode>();
  const router = Router();
  router.use(countCalls(host.counter));
  router.use(injectFaults(host.chaos, 'oauth'));
  router.get('/login/oauth/authorize', (request, response) => {
    const parsed = parseAuthorize(request.query);
    if ('error' in parsed) {
      response.status(400).send(errorPage('Cannot sign in', parsed.error));
    } else response.send(signInPage(parsed));
  });
  router.post(
    '/login/oauth/authorize',
    express.urlencoded({ extended: false }),
    (request, response) => {
      const parsed = parseAuthorize(request.body);
      const form = z.object({ login: z.string() }).safeParse(request.body);
      const account = form.success ? accounts.get(form.data.login) : undefined;
      if ('error' in parsed || account?.type !== 'User') {
        const why = 'error' in parsed ? parsed.error : 'No such person';
        response.status(400).send(errorPage('Cannot sign in', why));
        return;
      }
      const code = randomBytes(10).toString('hex');
      codes.set(code, {
        login: account.login,
        request: parsed,
        expires: Date.now() + CODE_LIFETIME_MS,
      });
      const target = new URL(parsed.redirectUri);
      target.searchParams.set('code', code);
      if (parsed.state) target.searchParams.set('state', parsed.state);
      response.redirect(303, target.toString());
    },
  );
  router.post(
    '/login/oauth/access_token',
    express.json(),
    express.urlencoded({ extended: false }),
    async (request, response) => {
      const answer = await exchange(host, codes, request.body);
      if (/json/.test(request.headers.accept ?? '')) response.json(answer);
      else {
        response.type('application/x-www-form-urlencoded');
        response.send(new URLSearchParams(answer).toString());
      }
    },
  );
  return router;
}

/** Trades a code for a token. GitHub answers errors with status 200. */
async function exchange(
  host: HostContext,
  codes: Map<string, IssuedCode>,
  body: unknown,
): Promise<Record<string, string>> {
  const parsed = exchangeSchema.safeParse(body);
  const refuse = (error: string, error_description: string) => ({
    error,
    error_description,
  });
  if (
    !parsed.success ||
    parsed.data.client_id !== DEMO_OAUTH_CLIENT.id ||
    parsed.data.client_secret !== DEMO_OAUTH_CLIENT.secret
  ) {
    return refuse(
      'incorrect_client_credentials',
      'The client_id and/or client_secret passed are incorrect.',
    );
  }
  const { code, redirect_uri } = parsed.data;
  const issued = codes.get(code);
  codes.delete(code);
  if (!issued || issued.expires < Date.now()) {
    return refuse(
      'bad_verification_code',
      'The code passed is incorrect or expired.',
    );
  }
  if (redirect_uri && redirect_uri !== issued.request.redirectUri) {
    return refuse(
      'redirect_uri_mismatch',
      'The redirect_uri must be the one the code was asked for with.',
    );
  }
  const { scopes } = issued.request;
  const token = await host.tokens.issue({ login: issued.login, scopes });
  return { access_token: token, token_type: 'bearer', scope: scopes.join(',') };
}
