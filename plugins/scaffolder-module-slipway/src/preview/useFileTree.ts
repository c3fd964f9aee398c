import { KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { PreviewFile } from '../api/previewSchemas';
import { FileRow, fileRows, visibleRows } from './fileRows';

/** A file, and a line of it, that something else points at. */
export interface FilePlace {
  readonly repository: string;
  readonly path: string;
  /** From 1. */
  readonly line?: number;
}

export interface FileTreeState {
  readonly rows: readonly FileRow[];
  readonly folded: ReadonlySet<string>;
  /** Key of the line that holds the focus of the keyboard. */
  readonly current: string | undefined;
  readonly selected: PreviewFile | undefined;
  /** Line of the selected file that was pointed at. */
  readonly line: number | undefined;
  activate(row: FileRow): void;
  onKeyDown(event: KeyboardEvent): void;
}

/** Keys as in https://www.w3.org/WAI/ARIA/apg/patterns/treeview/#keyboardinteraction */
export function useFileTree(
  files: readonly PreviewFile[],
  place?: FilePlace,
): FileTreeState {
  const all = useMemo(() => fileRows(files), [files]);
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const [chosen, setChosen] = useState<string>();
  const [focused, setFocused] = useState<string>();
  const opened = useRef<FilePlace>();
  useEffect(() => {
    if (opened.current === place) return;
    const row = all.find(({ file }) => file && place && isAt(file, place));
    if (!row) return;
    opened.current = place;
    setFolded(new Set());
    setChosen(row.key);
    setFocused(row.key);
  }, [all, place]);
  const rows = visibleRows(all, folded);
  const firstFile = all.find(row => row.file);
  const selectedRow = all.find(row => row.key === chosen) ?? firstFile;
  const current = rows.find(row => row.key === focused) ?? selectedRow;

  const fold = (row: FileRow, folds: boolean) =>
    setFolded(before => {
      const after = new Set(before);
      if (folds) after.add(row.key);
      else after.delete(row.key);
      return after;
    });
  const focus = (row: FileRow | undefined) => {
    if (!row) return;
    setFocused(row.key);
    if (row.file) setChosen(row.key);
  };
  const activate = (row: FileRow) => {
    focus(row);
    if (!row.file) fold(row, !folded.has(row.key));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!current) return;
    const index = rows.findIndex(row => row.key === current.key);
    const actions: Record<string, () => void> = {
      ArrowDown: () => focus(rows[index + 1]),
      ArrowUp: () => focus(rows[index - 1]),
      Home: () => focus(rows[0]),
      End: () => focus(rows.at(-1)),
      Enter: () => activate(current),
      ' ': () => activate(current),
      ArrowRight: () => !current.file && fold(current, false),
      ArrowLeft: () =>
        current.file || folded.has(current.key)
          ? focus(rows.find(row => row.key === current.parent))
          : fold(current, true),
    };
    const action = actions[event.key];
    if (action) {
      event.preventDefault();
      action();
    }
  };
  return {
    rows,
    folded,
    current: current?.key,
    selected: selectedRow?.file,
    line:
      selectedRow?.file && place && isAt(selectedRow.file, place)
        ? place.line
        : undefined,
    activate,
    onKeyDown,
  };
}

function isAt(file: PreviewFile, place: FilePlace): boolean {
  return file.repository === place.repository && file.path === place.path;
}
