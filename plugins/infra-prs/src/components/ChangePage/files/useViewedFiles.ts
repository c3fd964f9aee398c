import { useEffect, useMemo, useState } from 'react';
import { storageApiRef, useApi } from '@backstage/core-plugin-api';

/** Ticks are about one head commit: what is pushed later was not viewed. */
type Ticks = { readonly headSha: string; readonly paths: string[] };

/** Of so many changes the ticks are kept. */
const KEPT = 30;
const KEY = 'viewed-files';

function isTicks(value: unknown): value is Ticks {
  const { headSha, paths } = Object(value);
  return (
    typeof headSha === 'string' &&
    Array.isArray(paths) &&
    paths.every(path => typeof path === 'string')
  );
}

/** What is stored is older than the code that reads it. */
function readTicks(stored: unknown): [string, Ticks][] {
  return Object.entries(Object(stored)).flatMap(([number, ticks]) =>
    isTicks(ticks) ? [[number, ticks] as [string, Ticks]] : [],
  );
}

/** Which files of a head commit the signed-in person has ticked off; their settings keep it. */
export function useViewedFiles(number: number, headSha: string) {
  const storage = useApi(storageApiRef);
  const [bucket] = useState(() => storage.forBucket('slipway-infra-prs'));
  const [all, setAll] = useState(() => readTicks(bucket.snapshot(KEY).value));
  useEffect(() => {
    const subscription = bucket
      .observe$(KEY)
      .subscribe(({ value }) => setAll(readTicks(value)));
    return () => subscription.unsubscribe();
  }, [bucket]);
  const own = all.find(([key]) => key === String(number))?.[1];
  const viewed: ReadonlySet<string> = useMemo(
    () => new Set(own?.headSha === headSha ? own.paths : []),
    [own, headSha],
  );
  const setViewed = (path: string, on: boolean) => {
    const others = all.filter(([key]) => key !== String(number));
    const paths = [...viewed].filter(each => each !== path);
    const ticks = { headSha, paths: on ? [...paths, path] : paths };
    const next: [string, Ticks][] = [
      ...others.slice(1 - KEPT),
      [String(number), ticks],
    ];
    setAll(next);
    // A tick that is not kept is no reason to stop reading.
    bucket.set(KEY, Object.fromEntries(next)).catch(() => undefined);
  };
  return { viewed, setViewed };
}
