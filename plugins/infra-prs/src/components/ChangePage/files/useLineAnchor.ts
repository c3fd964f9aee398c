import { useCallback, useMemo } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import { LinePlace } from './diffRows';

/** A file, or a line of it, as the end of a link names it. */
export interface LineAnchor {
  readonly path: string;
  readonly place?: LinePlace;
}

/** Reads `#file=main.tf&line=12`; `L12` is line 12 as it was before. */
export function readAnchor(hash: string): LineAnchor | undefined {
  const params = new URLSearchParams(hash.replace(/^#/, ''));
  const path = params.get('file');
  if (!path) return undefined;
  const [, left, digits] =
    /^(L?)(\d{1,7})$/.exec(params.get('line') ?? '') ?? [];
  if (digits === undefined) return { path };
  const side = left ? 'LEFT' : 'RIGHT';
  return { path, place: { path, side, line: Number(digits) } };
}

/** Writes what {@link readAnchor} reads. */
export function anchorOf({ path, place }: LineAnchor): string {
  const params = new URLSearchParams({ file: path });
  if (place) {
    params.set('line', `${place.side === 'LEFT' ? 'L' : ''}${place.line}`);
  }
  return `#${params}`;
}

/** The file or line that the URL names, and a way to name another. */
export function useLineAnchor() {
  const { hash, search } = useLocation();
  const navigate = useNavigate();
  const anchor = useMemo(() => readAnchor(hash), [hash]);
  const setAnchor = useCallback(
    (next: LineAnchor | undefined) =>
      navigate(
        { search, hash: next ? anchorOf(next) : '' },
        { replace: true, preventScrollReset: true },
      ),
    [navigate, search],
  );
  return { anchor, setAnchor };
}
