/** Id of a file's element on the page. */
export function fileAnchor(path: string): string {
  return `file-${encodeURIComponent(path)}`;
}
