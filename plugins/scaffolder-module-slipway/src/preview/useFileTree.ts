import { KeyboardEvent, useMemo, useState } from 'react';
import { PreviewFile } from '../api/goldenPathSchemas';
import { FileRow, fileRows, visibleRows } from './fileRows';

export interface FileTreeState {
  readonly rows: readonly FileRow[];
  readonly folded: ReadonlySet<string>;
  /** Key of the line that holds the focus of the keyboard. */
  readonly current: string | undefined;
  readonly selected: PreviewFile | undefined;
  activate(row: FileRow): void;
  onKeyDown(event: KeyboardEvent): void;
}

/** Keys as in https://www.w3.org/WAI/ARIA/apg/patterns/treeview/#keyboardinteraction */
export function useFileTree(files: readonly PreviewFile[]): FileTreeState {
  const all = useMemo(() => fileRows(files), [files]);
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const [chosen, setChosen] = useState<string>();
  const [focused, setFocused] = useState<string>();
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
    activate,
    onKeyDown,
  };
}
