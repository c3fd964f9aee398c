import { CommandError, EXIT } from '../exitCodes';

/** Why GitHub took no check run. */
export type GithubProblem =
  | 'unauthorized'
  | 'forbidden'
  | 'not_found'
  | 'rejected'
  | 'throttled'
  | 'unreachable';

/** A check run was not posted. */
export class GithubError extends CommandError {
  constructor(readonly problem: GithubProblem, message: string) {
    super(EXIT.github, message);
  }
}

const FIXES: ReadonlyMap<number, readonly [GithubProblem, string]> = new Map([
  [401, ['unauthorized', 'GitHub does not accept the token in GITHUB_TOKEN']],
  [
    403,
    [
      'forbidden',
      'GitHub refuses: the token needs "checks: write", which pull requests from forks do not get',
    ],
  ],
  [
    404,
    [
      'not_found',
      'GitHub knows no such repository, or does not show it to this token',
    ],
  ],
  [
    422,
    [
      'rejected',
      'GitHub does not take the check run; is the commit in this repository?',
    ],
  ],
]);

/** What a refused call means; `words` are GitHub's own. */
export function refused(status: number, words: string): GithubError {
  const [problem, message] = FIXES.get(status) ?? [
    status >= 500 ? 'unreachable' : 'rejected',
    `GitHub answered with ${status}`,
  ];
  return new GithubError(problem, words ? `${message} (${words})` : message);
}
