import { PreviewFile } from '../api/previewSchemas';

/** One line of the file tree. */
export interface FileRow {
  /** Path from the root of all repositories; unique. */
  readonly key: string;
  readonly label: string;
  /** 1 for a repository. */
  readonly level: number;
  /** Set on a file. */
  readonly file?: PreviewFile;
  /** Key of the folder it is in. */
  readonly parent?: string;
}

interface Folder {
  readonly folders: Map<string, Folder>;
  readonly files: PreviewFile[];
}

const emptyFolder = (): Folder => ({ folders: new Map(), files: [] });

function toFolder(files: readonly PreviewFile[]): Folder {
  const root = emptyFolder();
  for (const file of files) {
    let folder = root;
    for (const part of [
      file.repository,
      ...file.path.split('/').slice(0, -1),
    ]) {
      const next = folder.folders.get(part) ?? emptyFolder();
      folder.folders.set(part, next);
      folder = next;
    }
    folder.files.push(file);
  }
  return root;
}

/** Joins folders that hold nothing but one folder: `gitops/apps/order-mailer` is one line. */
function joined(name: string, folder: Folder, level: number): [string, Folder] {
  const [only] = folder.folders;
  if (level > 1 && folder.files.length === 0 && folder.folders.size === 1) {
    return joined(`${name}/${only[0]}`, only[1], level);
  }
  return [name, folder];
}

function rowsBelow(folder: Folder, level: number, parent?: string): FileRow[] {
  const prefix = parent === undefined ? '' : `${parent}/`;
  const folders = [...folder.folders].flatMap(([first, child]) => {
    const [label, inner] = joined(first, child, level);
    const key = `${prefix}${label}`;
    return [{ key, label, level, parent }, ...rowsBelow(inner, level + 1, key)];
  });
  const files = folder.files.map(file => {
    const label = file.path.split('/').at(-1) ?? file.path;
    return { key: `${prefix}${label}`, label, level, parent, file };
  });
  return [...folders, ...files];
}

/** The lines of a tree of files, folders before files, all unfolded. */
export function fileRows(files: readonly PreviewFile[]): FileRow[] {
  return rowsBelow(toFolder(files), 1);
}

/** The lines that are seen while some folders are folded. */
export function visibleRows(
  rows: readonly FileRow[],
  folded: ReadonlySet<string>,
): FileRow[] {
  const hidden = new Set<string>();
  return rows.filter(row => {
    const unseen =
      row.parent !== undefined &&
      (folded.has(row.parent) || hidden.has(row.parent));
    if (unseen) hidden.add(row.key);
    return !unseen;
  });
}
