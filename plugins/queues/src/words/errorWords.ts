import { ResponseError } from '@backstage/errors';

/** What went wrong and what can be done about it. */
export interface ErrorWords {
  readonly title: string;
  readonly message: string;
  readonly fix?: string;
}

const BY_STATUS: Readonly<
  Partial<Record<number, Omit<ErrorWords, 'message'>>>
> = {
  400: { title: 'The server did not accept that' },
  401: { title: 'You are signed out', fix: 'Sign in again' },
  403: {
    title: 'You may not do that',
    fix: 'Ask the owners of the service, or who runs this portal',
  },
  404: { title: 'It is not there any more', fix: 'Read the page again' },
  409: { title: 'That cannot be done right now' },
  429: { title: 'AWS is asked too often', fix: 'Wait a minute and try again' },
  503: { title: 'AWS did not answer as it should', fix: 'Try again' },
};

/** An error of the API in words, with the server's own where there are some. */
export function errorWords(error: Error): ErrorWords {
  if (!(error instanceof ResponseError)) {
    return {
      title: 'That did not work',
      message: error.message,
      fix: 'Check the connection to the portal and try again',
    };
  }
  const { statusCode, body } = error;
  const words = BY_STATUS[statusCode] ?? { title: 'That did not work' };
  return { ...words, message: body.error.message };
}
