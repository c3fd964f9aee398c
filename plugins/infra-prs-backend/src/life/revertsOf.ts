import { parseRequestMetadata } from '@slipway/plugin-infra-prs-common';
import { CommitFacts, PullFacts } from '../services/changeFacts';
import { StoredRequest } from '../store/LifeStore';

/** A change that takes back more commits than this is about something else. */
const MOST_COMMITS = 50;
const SAID = /^Reverts (?:([\w.-]+\/[\w.-]+))?#(\d{1,9})\b/m;
const COMMIT = /\bThis reverts commit ([0-9a-f]{40})\b/g;

/** `Reverts acme/infrastructure#12`, as GitHub's own button writes it, where that is the same repository. */
function numberSaid(body: string, url: string): number | undefined {
  const [, repository, number] = SAID.exec(body) ?? [];
  const own = `/${repository}/pull/`.toLowerCase();
  const isOther = repository && !url.toLowerCase().includes(own);
  return number && !isOther ? Number(number) : undefined;
}

/** What a change takes back, by what it, its branch and the messages of its commits say. Pure. */
export function revertsOf(
  pull: PullFacts,
  commits: readonly Pick<CommitFacts, 'message'>[],
): StoredRequest['reverts'] {
  const number = revertedNumber(pull);
  const shas = commits.flatMap(({ message }) =>
    [...message.matchAll(COMMIT)].map(([, sha]) => sha),
  );
  const isOther = number !== undefined && number !== pull.number;
  if (!isOther && shas.length === 0) return undefined;
  return {
    numbers: isOther ? [number] : [],
    commits: [...new Set(shas)].slice(0, MOST_COMMITS),
  };
}

/** Number of the change that a pull request takes back, by what its body or its branch says. Pure. */
export function revertedNumber({
  body,
  url,
  headRef = '',
}: Pick<PullFacts, 'body' | 'url' | 'headRef'>): number | undefined {
  const said = parseRequestMetadata(body)?.reverts ?? numberSaid(body, url);
  if (said) return said;
  const [, number] = /^revert-(\d{1,9})-/.exec(headRef) ?? [];
  return number ? Number(number) : undefined;
}
