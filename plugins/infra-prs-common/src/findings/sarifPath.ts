/**
 * The file of a SARIF location in the repository; undefined for what is elsewhere.
 *
 * @param root - folder that the scanner ran in
 */
export function sarifPath(
  uri: string | undefined,
  root: string,
): string | undefined {
  if (uri === undefined || uri.length > 2_000) return undefined;
  const plain = decoded(uri.replace(/^file:\/\/(?=[^/])/, ''));
  if (plain === undefined || /^[a-z][\w+.-]*:|^\/|\\/i.test(plain)) {
    return undefined;
  }
  const parts: string[] = [];
  const inRoot = plain === root || plain.startsWith(`${root}/`);
  const full = root === '.' || inRoot ? plain : `${root}/${plain}`;
  for (const part of full.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    // Above the repository.
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.length > 0 ? parts.join('/') : undefined;
}

function decoded(uri: string): string | undefined {
  try {
    return decodeURIComponent(uri);
  } catch {
    return undefined;
  }
}
