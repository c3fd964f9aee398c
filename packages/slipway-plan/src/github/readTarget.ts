import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { CommandError, EXIT } from '../exitCodes';
import { Arguments } from '../parseArguments';

/** Where a check run goes, and as whom. */
export interface CheckTarget {
  readonly apiUrl: string;
  readonly owner: string;
  readonly repo: string;
  readonly sha: string;
  readonly token: string;
  readonly detailsUrl?: string;
}

const eventSchema = z.object({
  pull_request: z.object({ head: z.object({ sha: z.string() }) }),
});

/**
 * Reads options, then the variables of GitHub Actions:
 * https://docs.github.com/en/actions/reference/workflows-and-actions/variables
 *
 * @throws CommandError naming all that is missing or wrong.
 */
export async function readTarget(
  args: Pick<Arguments, 'sha' | 'repository' | 'apiUrl' | 'detailsUrl'>,
  environment: NodeJS.ProcessEnv,
): Promise<CheckTarget> {
  const repository = args.repository ?? environment.GITHUB_REPOSITORY ?? '';
  const sha = args.sha ?? (await shaOfRun(environment)) ?? '';
  const token = environment.GITHUB_TOKEN ?? '';
  const apiUrl = args.apiUrl ?? environment.GITHUB_API_URL;
  const problems = [
    ...(/^[\w.-]+\/[\w.-]+$/.test(repository)
      ? []
      : ['--repository or GITHUB_REPOSITORY must be <owner>/<repository>']),
    ...(/^[0-9a-f]{40}$/.test(sha)
      ? []
      : ['--sha or GITHUB_SHA must be a full commit id']),
    ...(token ? [] : ['GITHUB_TOKEN is not set']),
    ...(apiUrl === undefined || URL.canParse(apiUrl)
      ? []
      : ['--api-url is no URL']),
  ];
  if (problems.length > 0) {
    const text = `It cannot be posted: ${problems.join('; ')}.`;
    throw new CommandError(EXIT.usage, text);
  }
  const [owner, repo] = repository.split('/');
  return {
    apiUrl: (apiUrl ?? 'https://api.github.com').replace(/\/+$/, ''),
    owner,
    repo,
    sha,
    token,
    detailsUrl: args.detailsUrl ?? runUrl(environment),
  };
}

/** Of a pull request, `GITHUB_SHA` is a merge that nobody sees; the check belongs on its head. */
async function shaOfRun({
  GITHUB_EVENT_PATH,
  GITHUB_SHA,
}: NodeJS.ProcessEnv): Promise<string | undefined> {
  if (GITHUB_EVENT_PATH) {
    try {
      const event = JSON.parse(await readFile(GITHUB_EVENT_PATH, 'utf8'));
      return eventSchema.parse(event).pull_request.head.sha;
    } catch {
      // Another kind of event.
    }
  }
  return GITHUB_SHA;
}

function runUrl(environment: NodeJS.ProcessEnv): string | undefined {
  const { GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_RUN_ID } = environment;
  return GITHUB_SERVER_URL && GITHUB_REPOSITORY && GITHUB_RUN_ID
    ? `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}/actions/runs/${GITHUB_RUN_ID}`
    : undefined;
}
