import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { DiffRow, placeKey, placesOf } from './diffRows';
import { LineAnchor } from './useLineAnchor';

function isAt(row: DiffRow, { path, place }: LineAnchor): boolean {
  if (row.file.path !== path) return false;
  if (!place) return row.type === 'file';
  return (
    row.type === 'line' &&
    placesOf(path, row).some(each => placeKey(each) === placeKey(place))
  );
}

/** Moves through the rows: to what the URL names, to a file that is picked, and from file to file. */
export function useFileWalk(
  rows: readonly DiffRow[],
  anchor: LineAnchor | undefined,
) {
  const [target, setTarget] = useState<{ readonly index: number }>();
  const [focus, setFocus] = useState<{ readonly path: string }>();
  const reached = useRef<LineAnchor>();
  const heads = useMemo(
    () =>
      rows.flatMap(({ type, file }, index) =>
        type === 'file' ? [{ path: file.path, index }] : [],
      ),
    [rows],
  );
  useEffect(() => {
    if (!anchor || reached.current === anchor) return;
    const index = rows.findIndex(row => isAt(row, anchor));
    // Its file may be about to open.
    if (index < 0) return;
    reached.current = anchor;
    setTarget({ index });
  }, [anchor, rows]);
  const pick = useCallback(
    (path: string) => {
      const head = heads.find(each => each.path === path);
      if (head) setTarget({ index: head.index });
      setFocus({ path });
    },
    [heads],
  );
  const walk = (step: 1 | -1, from: string | undefined) => {
    const at = heads.findIndex(({ path }) => path === from);
    const next = heads[at < 0 ? 0 : at + step];
    if (next) pick(next.path);
  };
  return { target, focus, pick, walk };
}
