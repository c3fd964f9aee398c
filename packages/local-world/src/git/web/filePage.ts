import { HostUrls } from '../json/HostUrls';
import { HostedRepository } from '../records/HostedRepository';
import { TreeEntry } from '../repository/GitTrees';
import { escapeHtml, page } from './page';

/** A file, or what a folder holds. */
export function filePage(
  repository: HostedRepository,
  at: {
    readonly ref: string;
    readonly path: string;
    readonly content: Buffer;
    readonly names: readonly TreeEntry[];
  },
): string {
  const { fullName } = repository;
  const prefix = at.path ? `${at.path.replace(/\/$/, '')}/` : '';
  const links = at.names.map(entry => {
    const target = HostUrls.path(`${at.ref}/${prefix}${entry.path}`);
    const slash = entry.type === 'tree' ? '/' : '';
    return `<li><a href="/${fullName}/blob/${target}">${escapeHtml(
      entry.path,
    )}${slash}</a></li>`;
  });
  const content =
    links.length > 0
      ? `<ul>${links.join('')}</ul>`
      : `<pre>${escapeHtml(at.content.toString())}</pre>`;
  return page({
    title: at.path || fullName,
    body: `<p><a href="/${fullName}">${fullName}</a> at <code>${escapeHtml(
      at.ref,
    )}</code></p>${content}`,
  });
}
