/** Long enough for a browser to have taken the file. Milliseconds. */
const KEEP_MS = 60_000;

/** Lets the browser save a file that the page made or fetched. @public */
export function saveFile(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), KEEP_MS);
}
