import { useCallback, useState } from 'react';
import { ChangedFile } from '@slipway/plugin-infra-prs-common';
import { isGenerated } from './fileNote';

/** Files of more changed lines start closed. */
const MANY_LINES = 3_000;

/** Which files show their lines: all, but for what was viewed, what programs wrote, and what is very long. */
export function useOpenFiles(viewed: ReadonlySet<string>) {
  const [chosen, setChosen] = useState<ReadonlyMap<string, boolean>>(new Map());
  const setOpen = useCallback(
    (paths: readonly string[], open: boolean) =>
      setChosen(
        previous =>
          new Map([...previous, ...paths.map(path => [path, open] as const)]),
      ),
    [],
  );
  const isOpen = useCallback(
    (file: ChangedFile) =>
      chosen.get(file.path) ??
      !(
        viewed.has(file.path) ||
        isGenerated(file) ||
        file.additions + file.deletions > MANY_LINES
      ),
    [chosen, viewed],
  );
  return { isOpen, setOpen };
}
