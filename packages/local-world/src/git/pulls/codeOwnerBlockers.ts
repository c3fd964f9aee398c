import {
  codeOwnersOf,
  CODE_OWNERS_PATHS,
  parseCodeOwners,
} from '@slipway/plugin-infra-prs-common';
import { demoTeams } from '../../demo/people';
import { HostedRepository } from '../records/HostedRepository';
import { Pull } from '../records/pullSchema';
import { diffRange } from './diffRange';
import { latestReviews } from './latestReviews';

async function readCodeOwners(repository: HostedRepository, base: string) {
  for (const path of CODE_OWNERS_PATHS) {
    const file = await repository.git.file(base, path);
    if (file) return parseCodeOwners(file.toString());
  }
  return undefined;
}

/** Logins that an owner stands for. */
function loginsOf(owner: string): readonly string[] {
  const team = /^@acme\/(.+)$/.exec(owner)?.[1];
  return team ? demoTeams[team] ?? [] : [owner.replace('@', '')];
}

/** Owners of changed files of whom none has approved, in GitHub's words. */
export async function codeOwnerBlockers(
  repository: HostedRepository,
  pull: Pull,
): Promise<string[]> {
  const owners = await readCodeOwners(repository, pull.base.sha);
  if (!owners) return [];
  const { from, to } = await diffRange(repository, pull);
  const files = await repository.git.diffs.files(from, to);
  const approved = latestReviews(repository, pull)
    .filter(({ state }) => state === 'APPROVED')
    .map(({ user }) => user);
  const waiting = files
    .map(({ path }) => codeOwnersOf(owners, path))
    .filter(named => named.length > 0)
    .filter(
      named => !named.flatMap(loginsOf).some(login => approved.includes(login)),
    );
  if (waiting.length === 0) return [];
  const names = new Set(waiting.flat().map(owner => owner.replace('@', '')));
  return [`Waiting on code owner review from ${[...names].join(', ')}.`];
}
