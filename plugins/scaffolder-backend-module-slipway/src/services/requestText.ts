import {
  formatRequestMetadata,
  REQUEST_ID_TRAILER,
  REQUESTED_BY_TRAILER,
  RequestMetadata,
} from '@slipway/plugin-infra-prs-common';
import { markdownText } from '../filters/markdownText';

interface RequestText {
  readonly title: string;
  readonly summary: string;
  readonly metadata: RequestMetadata;
}

/** The body of the pull request: words for people, then the metadata that the portal rebuilds the request from. */
export function pullRequestBody(text: RequestText): string {
  const { metadata } = text;
  return [
    markdownText(text.summary),
    '',
    `- Asked for by \`${metadata.requester}\``,
    `- Environments: ${metadata.environments.join(', ')}`,
    `- Golden path: \`${metadata.template}\`, version ${markdownText(
      metadata.templateVersion,
    )}`,
    '',
    'Review it in the portal, where the plan and what blocks a merge are told in words. Who asked cannot approve.',
    '',
    formatRequestMetadata(metadata),
  ].join('\n');
}

/** The message of a commit made for a request, with the trailers that name it. */
export function commitMessage({ title, metadata }: RequestText): string {
  return [
    title,
    '',
    `${REQUESTED_BY_TRAILER}: ${metadata.requester}`,
    `${REQUEST_ID_TRAILER}: ${metadata.id}`,
  ].join('\n');
}

/** Who asked for the request that one of these commits was made for; undefined when none was. */
export function requesterInCommits(
  messages: readonly string[],
  requestId: string,
): string | undefined {
  const message = messages.find(
    text => trailer(text, REQUEST_ID_TRAILER) === requestId,
  );
  return message && trailer(message, REQUESTED_BY_TRAILER);
}

function trailer(message: string, key: string): string | undefined {
  return message
    .split('\n')
    .find(line => line.startsWith(`${key}: `))
    ?.slice(key.length + 2)
    .trim();
}
