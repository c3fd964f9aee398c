/** Whether a full name of a ref is well formed: https://git-scm.com/docs/git-check-ref-format */
export function isRefName(name: string): boolean {
  const parts = name.split('/');
  return (
    name.startsWith('refs/') &&
    parts.length > 2 &&
    // eslint-disable-next-line no-control-regex
    !/[\x00-\x20\x7f~^:?*[\\]/.test(name) &&
    !/\.\.|@\{|\.$/.test(name) &&
    parts.every(
      part => part !== '' && !part.startsWith('.') && !part.endsWith('.lock'),
    )
  );
}
