import { GitObject } from '../repository/GitObjects';
import { TreeEntry } from '../repository/GitTrees';
import { HostUrls } from './HostUrls';

/** A place in a tree, and what is there. */
export interface ContentAt {
  readonly path: string;
  readonly ref: string;
  readonly object: GitObject;
  /** Of a folder. */
  readonly entries?: readonly TreeEntry[];
}

function entryJson(
  urls: HostUrls,
  fullName: string,
  ref: string,
  entry: Pick<TreeEntry, 'path' | 'sha' | 'type' | 'size'>,
) {
  const escaped = HostUrls.path(entry.path);
  const api = urls.repo(fullName);
  const web = urls.web(fullName);
  const folder = entry.type === 'tree';
  const url = `${api}/contents/${escaped}?ref=${encodeURIComponent(ref)}`;
  const html = `${web}/${folder ? 'tree' : 'blob'}/${ref}/${escaped}`;
  const git = `${api}/git/${folder ? 'trees' : 'blobs'}/${entry.sha}`;
  return {
    type: folder ? 'dir' : 'file',
    name: entry.path.slice(entry.path.lastIndexOf('/') + 1),
    path: entry.path,
    sha: entry.sha,
    size: entry.size ?? 0,
    url,
    html_url: html,
    git_url: git,
    download_url: folder ? null : `${web}/raw/${ref}/${escaped}`,
    _links: { self: url, git, html },
  };
}

/** A file without its content. */
export function fileEntryJson(urls: HostUrls, fullName: string, at: ContentAt) {
  const { path, ref, object } = at;
  const { sha, content } = object;
  const entry = { path, sha, type: 'blob', size: content.length } as const;
  return entryJson(urls, fullName, ref, entry);
}

/** A file with its content, or what a folder holds. */
export function contentJson(urls: HostUrls, fullName: string, at: ContentAt) {
  const { path, ref, object } = at;
  if (at.entries) {
    const prefix = path ? `${path}/` : '';
    return at.entries.map(entry =>
      entryJson(urls, fullName, ref, {
        ...entry,
        path: `${prefix}${entry.path}`,
      }),
    );
  }
  return {
    ...fileEntryJson(urls, fullName, at),
    encoding: 'base64',
    content: object.content.toString('base64'),
  };
}
