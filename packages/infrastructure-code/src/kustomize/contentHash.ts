import { createHash } from 'node:crypto';
import { JsonValue } from './JsonValue';

/** Letters that Kustomize has in place of what could spell a word or be taken for a number. */
const LETTERS: Readonly<Record<string, string>> = {
  '0': 'g',
  '1': 'h',
  '3': 'k',
  a: 'm',
  e: 't',
};

/**
 * The hash that Kustomize puts behind the name of a generated config map: over its JSON as Go writes it, without its name.
 * https://github.com/kubernetes-sigs/kustomize/blob/master/api/hasher/hasher.go
 */
export function contentHash(data: JsonValue | undefined): string {
  const entries = Object.entries(Object(data ?? {}));
  const sorted = Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)),
  );
  const json = goJson({ data: sorted, kind: 'ConfigMap', name: '' });
  const digest = createHash('sha256').update(json).digest('hex');
  return digest
    .slice(0, 10)
    .replace(/[013ae]/g, letter => LETTERS[letter] ?? letter);
}

/** Go writes what could be markup as escapes. */
function goJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    char => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
