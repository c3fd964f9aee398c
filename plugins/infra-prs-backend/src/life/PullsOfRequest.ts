import { isDeepStrictEqual } from 'node:util';
import {
  parseRequestMetadata,
  RequestPull,
} from '@slipway/plugin-infra-prs-common';
import { Source } from '@slipway/platform-node';
import { PullRef } from '../clients/GithubReader';
import { PullFacts } from '../services/changeFacts';
import { readPullLinks } from './readPullLinks';

type Known = Pick<RequestPull, 'role' | 'repository' | 'number'>;

/** More than any golden path opens; a body can name as many as somebody likes. */
const MOST = 4;

function toRequestPull(
  role: RequestPull['role'],
  repository: string,
  pull: PullFacts,
): RequestPull {
  const open = pull.state === 'open' ? 'open' : 'closed';
  return {
    role,
    repository,
    number: pull.number,
    title: pull.title,
    url: pull.url,
    state: pull.mergedAt ? 'merged' : open,
    headSha: pull.headSha,
  };
}

/**
 * All pull requests of a request: those the portal noted, or else those that the body of its own names. One that does not
 * itself say that it is of the same request is not shown: a link alone would let anybody read along in any repository.
 */
export class PullsOfRequest {
  readonly #siblings: Pick<Source<PullRef, PullFacts>, 'getMany'>;
  readonly #repository: string;

  constructor(
    siblings: Pick<Source<PullRef, PullFacts>, 'getMany'>,
    repository: string,
  ) {
    this.#siblings = siblings;
    this.#repository = repository;
  }

  async read(
    pull: PullFacts,
    requestId: string,
    noted: readonly Known[] = [],
  ): Promise<RequestPull[]> {
    const own = toRequestPull('infrastructure', this.#repository, pull);
    const named = this.#candidates(pull, noted);
    const refs = named.flatMap(({ repository, number }) => {
      const [host, owner, repo] = repository.split('/');
      return [{ host, owner, repo, number }];
    });
    const results = await this.#siblings.getMany(refs, { watch: false });
    const others = named.flatMap(({ role, repository }, index) => {
      const found = results[index].data;
      const same = found && parseRequestMetadata(found.body)?.id === requestId;
      return same ? [toRequestPull(role, repository, found)] : [];
    });
    return [own, ...others];
  }

  #candidates(pull: PullFacts, noted: readonly Known[]): Known[] {
    const [host] = this.#repository.split('/');
    const self = { repository: this.#repository, number: pull.number };
    const linked = readPullLinks(pull.body).map(link => ({
      ...link,
      role: 'service' as const,
    }));
    const seen: Known[] = [];
    for (const each of [...noted, ...linked]) {
      const { repository, number } = each;
      const isKnown = [self, ...seen].some(other =>
        isDeepStrictEqual(
          [other.repository, other.number],
          [repository, number],
        ),
      );
      if (!isKnown && repository.startsWith(`${host}/`)) seen.push(each);
    }
    return seen.slice(0, MOST);
  }
}
