import { KeptRequest } from '../store/LifeStore';

/** Numbers of the changes that a request takes back, by what it says and by the commits that it names. */
function revertedNumbers(
  { id, reverts }: KeptRequest,
  byCommit: ReadonlyMap<string, number>,
): number[] {
  // Those that the portal opened, before what they take back was kept.
  const [, own] = /^revert-(\d{1,9})$/.exec(id) ?? [];
  return [
    ...(own ? [Number(own)] : []),
    ...(reverts?.numbers ?? []),
    ...(reverts?.commits ?? []).flatMap(sha => byCommit.get(sha) ?? []),
  ];
}

/** When changes were taken back, by their number: when the first change that does so was merged. Pure. */
export function revertTimes(
  kept: readonly KeptRequest[],
): ReadonlyMap<number, string> {
  const byCommit = new Map(
    kept.flatMap(({ number, mergeSha, headSha }) =>
      [mergeSha, headSha].flatMap(sha => (sha ? [[sha, number] as const] : [])),
    ),
  );
  const times = new Map<number, string>();
  for (const request of kept) {
    const { mergedAt } = request;
    if (!mergedAt) continue;
    for (const number of revertedNumbers(request, byCommit)) {
      const before = times.get(number);
      const isFirst = !before || Date.parse(mergedAt) < Date.parse(before);
      if (isFirst && number !== request.number) times.set(number, mergedAt);
    }
  }
  return times;
}
