import { z } from 'zod';
import { accounts, includesAccess } from '../accounts/Accounts';
import { HostContext } from '../HostContext';
import { ApiError } from '../http/ApiError';
import { revertPull } from '../pulls/revertPull';

const MUTATION =
  /^\s*mutation\b[^{]*\{\s*revertPullRequest\(\s*input:\s*\$input\s*\)/;
const variablesSchema = z.object({
  input: z.object({
    pullRequestId: z.string(),
    title: z.string().optional(),
    body: z.string().optional(),
    draft: z.boolean().optional(),
  }),
});

/** Whether a query is the mutation that opens a revert. */
export function isRevertMutation(query: string): boolean {
  return MUTATION.test(query);
}

/** https://docs.github.com/en/graphql/reference/pulls#mutation-revertpullrequest */
export async function revertPullRequest(
  host: HostContext,
  login: string,
  query: string,
  variables: Readonly<Record<string, unknown>>,
): Promise<object> {
  const { input } = variablesSchema.parse(variables);
  const found = host.repositories
    .list()
    .map(repository => ({
      repository,
      pull: repository.record.pulls.find(
        ({ id }) => `PR_${id}` === input.pullRequestId,
      ),
    }))
    .find(({ pull }) => pull);
  if (!found?.pull) {
    const message = `Could not resolve to a node with the global id of '${input.pullRequestId}'`;
    return failed('NOT_FOUND', message);
  }
  const { repository, pull } = found;
  if (!includesAccess(accounts.access(login, repository), 'write')) {
    const message = `${login} does not have the correct permissions to execute \`RevertPullRequest\``;
    return failed('FORBIDDEN', message);
  }
  try {
    const request = { ...input, login };
    const { number, title } = await revertPull(host, repository, pull, request);
    const url = `${host.urls.web(repository.fullName)}/pull/${number}`;
    const revert = askedOf(query, { number, title, url });
    return { data: { revertPullRequest: { revertPullRequest: revert } } };
  } catch (error) {
    if (error instanceof ApiError)
      return failed('UNPROCESSABLE', error.message);
    throw error;
  }
}

/** Of what is known of the revert only what the query asks for. */
function askedOf(query: string, known: Readonly<Record<string, unknown>>) {
  const [, names = ''] = /revertPullRequest\s*\{([^}]*)\}/.exec(query) ?? [];
  const asked = names.trim().split(/\s+/);
  return Object.fromEntries(asked.map(name => [name, known[name]]));
}

function failed(type: string, message: string): object {
  const path = ['revertPullRequest'];
  return {
    data: { revertPullRequest: null },
    errors: [{ type, path, message }],
  };
}
