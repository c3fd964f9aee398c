import { createPublishGithubPullRequestAction } from '@backstage/plugin-scaffolder-backend-module-github';
import { ActionContext } from '@backstage/plugin-scaffolder-node';
import { JsonObject } from '@backstage/types';

/** Backstage's own `publish:github:pull-request`, used as it is. */
export type PublishAction = ReturnType<
  typeof createPublishGithubPullRequestAction
>;
type PublishContext = Parameters<PublishAction['handler']>[0];
/** The run that an action is a step of. */
export type RunContext = Omit<ActionContext<JsonObject>, 'input' | 'output'>;

export interface PublishedPullRequest {
  readonly number: number;
  readonly url: string;
}

/**
 * Opens a pull request, or goes on with the one that its branch has open, in a checkpoint of upstream's.
 *
 * @returns undefined when the files are all on the target branch already.
 */
export async function publishPullRequest(
  publish: PublishAction,
  ctx: RunContext,
  input: PublishContext['input'],
): Promise<PublishedPullRequest | undefined> {
  let number: unknown;
  let url: unknown;
  await publish.handler({
    ...ctx,
    input: { ...input, update: true, createWhenEmpty: false },
    output(name, value) {
      if (name === 'pullRequestNumber') number = value;
      if (name === 'remoteUrl') url = value;
    },
  });
  // A run that is recovered gets an empty object for what was nothing.
  return typeof number === 'number' && typeof url === 'string'
    ? { number, url }
    : undefined;
}
