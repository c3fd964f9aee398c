import { Revision } from '@slipway/plugin-deployments-common';
import { ArgoApplicationKey } from '../../clients/ArgoApplicationsClient';
import { ArgoApplication } from '../../clients/argoApplicationSchema';
import { parseRepositoryUrl } from '../gitRepository';
import { plainText } from '../plainText';
import { RevisionDetails } from '../RevisionDetails';
import { isCommitId } from '../shortRevision';
import { withinTime } from '../withinTime';
import { ArgoSources } from './createArgoSources';

/** How long a page waits for names and links that are not in the cache yet. */
const PATIENCE_MS = 1_500;

/** Describes the revisions of applications: author and message from Argo CD, links from the Git host. */
export class ArgoRevisions {
  readonly #sources: Pick<ArgoSources, 'revisions'>;
  readonly #details: RevisionDetails;

  constructor(
    sources: Pick<ArgoSources, 'revisions'>,
    details: RevisionDetails,
  ) {
    this.#sources = sources;
    this.#details = details;
  }

  async describe(
    application: ArgoApplication,
    key: ArgoApplicationKey,
    revision: string,
  ): Promise<Revision> {
    const { source } = application.spec;
    // Several sources have several revisions, and chart versions have no author: Argo CD answers 500 for those.
    if (!source || !isCommitId(revision)) return { sha: revision };
    const repository = parseRepositoryUrl(source.repoURL);
    const [metadata, pullRequest] = await Promise.all([
      withinTime(
        PATIENCE_MS,
        this.#sources.revisions.get({
          ...key,
          repository: source.repoURL,
          revision,
        }),
      ),
      repository &&
        withinTime(
          PATIENCE_MS,
          this.#details.pullRequest(repository, revision),
        ),
    ]);
    const { author, message, date } = metadata?.data ?? {};
    return {
      sha: revision,
      url: repository && this.#details.commitUrl(repository, revision),
      author: plainText(author?.replace(/\s*<[^<>]*>\s*$/, ''), 80),
      message: plainText(message?.split('\n', 1)[0]),
      date,
      pullRequest,
    };
  }
}
