import { ConflictError } from '@backstage/errors';
import { parseRequestMetadata } from '@slipway/plugin-infra-prs-common';
import { RepositoryClient, RepositoryRef } from '../clients/RepositoryClient';
import { RequestText } from './RequestService';

/**
 * Refuses what somebody else has asked for and is waiting for.
 *
 * @throws ConflictError; UpstreamError.
 */
export async function requireUnasked(
  { branchName, metadata }: Pick<RequestText, 'branchName' | 'metadata'>,
  infrastructure: RepositoryRef,
  repositories: RepositoryClient,
): Promise<void> {
  const open = await repositories.findOpenPullRequest(
    infrastructure,
    branchName,
  );
  const requester = parseRequestMetadata(open?.body)?.requester;
  if (open && requester !== metadata.requester) {
    throw new ConflictError(
      `name: ${metadata.id} is asked for already: ${
        requester ?? 'somebody else'
      } has pull request #${open.number} open (${
        open.url
      }); choose another name`,
    );
  }
}
