import { UpstreamError } from '@slipway/platform-node';
import { GithubReader, PullPage } from '../../clients/GithubReader';
import { PullAtHead } from '../../services/changeFacts';
import { Gates } from './Gates';
import { ModelGithub } from './ModelGithub';
import { headOf, ModelPull, toFacts } from './ModelPull';

/** Moments at which each pull request, and the checks of each commit, were last begun to be read. */
export interface Began {
  readonly pulls: Map<number, number>;
  readonly checks: Map<string, number>;
}

export const nothingBegan = (): Began => ({
  pulls: new Map(),
  checks: new Map(),
});

/** Reads the model as one process of the portal does: each call takes its time, in which anything can happen. */
export function createGatedReader(
  github: ModelGithub,
  gates: Gates,
  owner: object,
  began: Began = nothingBegan(),
): GithubReader {
  const find = (number: number): ModelPull => {
    const pull = github.pulls.get(number);
    if (!pull) throw new UpstreamError('not_found', 'There is none');
    return pull;
  };
  const factsOf = (pull: ModelPull) => toFacts(pull, !github.allows(pull));
  const atHead = ({ number, headSha }: PullAtHead) => {
    const pull = find(number);
    if (headOf(pull) !== headSha) {
      throw new UpstreamError('unreachable', 'It moved while it was read');
    }
    return pull;
  };
  const listPulls = async (state: 'open' | 'closed'): Promise<PullPage> => {
    await gates.pass(owner, `list ${state}`);
    const pulls = [...github.pulls.values()].filter(p => p.state === state);
    return { pulls: pulls.map(factsOf), truncated: false };
  };
  return {
    listPulls,
    async getPull(number) {
      began.pulls.set(number, github.now);
      await gates.pass(owner, `get ${number}`);
      return factsOf(find(number));
    },
    async getSibling() {
      throw new UpstreamError('not_found', 'There is none');
    },
    async listFiles(at) {
      const { environment } = atHead(at);
      const path = `terraform/live/${environment}/services/mailer/main.tf`;
      return [{ path, status: 'modified', additions: 1, deletions: 0 }];
    },
    async listCommits(at) {
      return [...atHead(at).commits];
    },
    async listReviews(number) {
      await gates.pass(owner, `reviews ${number}`);
      return [...find(number).reviews];
    },
    async listChecks(sha) {
      began.checks.set(sha, github.now);
      await gates.pass(owner, `checks ${sha.slice(-3)}`);
      return [...(github.checks.get(sha) ?? [])];
    },
  };
}
