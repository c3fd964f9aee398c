import { SlipwayEnvironment } from '@slipway/platform-common';
import { ChangedFile } from '@slipway/plugin-infra-prs-common';
import {
  ChangeFacts,
  CheckFacts,
  CommitFacts,
  PullFacts,
  ReviewFacts,
} from '../services/changeFacts';

/** A full commit id made of one letter. */
export const sha = (letter: string) => letter.repeat(40);

export function environment(
  name: string,
  protection: SlipwayEnvironment['protection'],
  approvers: string[],
): SlipwayEnvironment {
  return {
    name,
    title: name.toUpperCase(),
    account: '111111111111',
    region: 'eu-west-1',
    infrastructure: { path: `terraform/live/${name}` },
    protection,
    approvers,
  };
}

export const dev = environment('dev', 'none', ['group:default/orders']);
export const prod = environment('prod', 'reviewed', ['group:default/platform']);

export const pull = (over: Partial<PullFacts> = {}): PullFacts => ({
  number: 1,
  nodeId: 'PR_1',
  title: 'Change',
  body: '',
  state: 'open',
  draft: false,
  url: 'http://host/1',
  author: { login: 'slipway-bot', name: 'slipway-bot', isBot: true },
  headSha: sha('a'),
  baseRef: 'main',
  createdAt: '2026-01-01T00:00:00Z',
  updatedAt: '2026-01-01T00:00:00Z',
  mergeable: true,
  mergeableState: 'clean',
  ...over,
});

export const file = (path: string, over: Partial<ChangedFile> = {}) => ({
  path,
  status: 'modified',
  additions: 1,
  deletions: 0,
  patch: '@@ -1 +1 @@\n+x',
  ...over,
});

export const check = (
  name: string,
  over: Partial<CheckFacts> = {},
): CheckFacts => ({
  id: 1,
  name,
  status: 'completed',
  conclusion: 'success',
  completedAt: '2026-01-01T01:00:00Z',
  ...over,
});

export const review = (over: Partial<ReviewFacts> = {}): ReviewFacts => ({
  id: 1,
  login: 'pat',
  state: 'APPROVED',
  body: '',
  commitId: sha('a'),
  submittedAt: '2026-01-01T02:00:00Z',
  ...over,
});

export const commit = (over: Partial<CommitFacts> = {}): CommitFacts => ({
  sha: sha('a'),
  message: 'Change',
  author: { login: 'slipway-bot', name: 'slipway-bot', isBot: true },
  url: 'http://host/c',
  ...over,
});

export const facts = (over: Partial<ChangeFacts> = {}): ChangeFacts => ({
  pull: pull(),
  files: [],
  commits: [],
  reviews: [],
  checks: [],
  ...over,
});
