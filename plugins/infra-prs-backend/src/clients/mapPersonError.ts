import {
  ConflictError,
  NotAllowedError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { readGithubFailure, untilWords } from './githubErrors';

const OWN = /(approve|request changes on) your own/i;

/** Maps a failed action of a person; `doing` is what they wanted, such as `approve this change`. */
export function mapPersonError(error: unknown, doing: string): Error {
  const { status, message, rateLimit } = readGithubFailure(error);
  if (rateLimit) {
    return new ServiceUnavailableError(
      `GitHub's rate limit of your account is used up${untilWords(
        rateLimit,
      )}; nothing was changed`,
    );
  }
  if (status === 401) {
    return new NotAllowedError(
      'GitHub did not accept your sign-in; sign out and in again, then repeat',
    );
  }
  if (status === 403 || status === 404) {
    return new NotAllowedError(
      `Your GitHub account may not ${doing} in the infrastructure repository: ${message}`,
    );
  }
  if (status === 422 && OWN.test(message)) {
    return new NotAllowedError(
      'You opened this pull request; someone else has to review it',
    );
  }
  if (status !== undefined && [405, 409, 422].includes(status)) {
    return new ConflictError(`GitHub refused to ${doing}: ${message}`);
  }
  return new ServiceUnavailableError(
    `GitHub ${
      status ? `answered with ${status}` : 'did not answer'
    } when asked to ${doing}; look at the change before you try again`,
  );
}
