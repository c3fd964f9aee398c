import { HostedRepository } from '../records/HostedRepository';
import { Pull } from '../records/pullSchema';
import { RecentResults } from '../records/RecentResults';
import { diffRange } from './diffRange';

export interface PullSize {
  readonly commits: number;
  readonly files: number;
  readonly additions: number;
  readonly deletions: number;
}

const sizes = new WeakMap<HostedRepository, RecentResults<PullSize>>();

/** How much a pull request changes. Kept by its two commits, as a page that waits for a merge asks again and again. */
export function pullSize(
  repository: HostedRepository,
  pull: Pick<Pull, 'base' | 'head'>,
): Promise<PullSize> {
  const known = sizes.get(repository) ?? new RecentResults<PullSize>();
  sizes.set(repository, known);
  const { base, head } = pull;
  return known.get(`${base.sha}...${head.sha}`, async () => {
    const { from, to } = await diffRange(repository, pull);
    const [files, commits] = await Promise.all([
      repository.git.diffs.files(from, to),
      repository.git.history.list(to, { exclude: base.sha }),
    ]);
    const sum = (key: 'additions' | 'deletions') =>
      files.reduce((total, file) => total + file[key], 0);
    return {
      commits: commits.length,
      files: files.length,
      additions: sum('additions'),
      deletions: sum('deletions'),
    };
  });
}
