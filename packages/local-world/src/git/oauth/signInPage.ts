import { accounts } from '../accounts/Accounts';
import { escapeHtml, page } from '../web/page';
import { AuthorizeRequest } from './authorizeRequest';
import { DEMO_OAUTH_CLIENT } from '../../demo/people';

/** One button for each person of the demo. */
export function signInPage(request: AuthorizeRequest): string {
  const hidden = Object.entries({
    client_id: DEMO_OAUTH_CLIENT.id,
    redirect_uri: request.redirectUri,
    scope: request.scopes.join(' '),
    ...(request.state && { state: request.state }),
  }).map(
    ([name, value]) =>
      `<input type="hidden" name="${name}" value="${escapeHtml(value)}">`,
  );
  const people = accounts
    .list()
    .filter(account => account.type === 'User')
    .map(
      account =>
        `<button name="login" value="${escapeHtml(account.login)}">` +
        `<strong>${escapeHtml(account.name)}</strong> ` +
        `<code>${escapeHtml(account.login)}</code>` +
        `<span>${escapeHtml(account.role)}</span></button>`,
    );
  return page({
    title: 'Sign in to the embedded Git host (simulated)',
    body: `<p>Slipway asks to act for you. Choose who you are; there is no password.</p>
<form method="post" action="/login/oauth/authorize" class="people">${hidden.join(
      '',
    )}${people.join('')}</form>`,
  });
}
