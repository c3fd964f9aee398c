import { createHash } from 'node:crypto';
import { isJsonObject, JsonObject, JsonValue } from './JsonValue';

/** Letters that Kustomize has in place of what could spell a word or be taken for a number. */
const LETTERS: Readonly<Record<string, string>> = {
  '0': 'g',
  '1': 'h',
  '3': 'k',
  a: 'm',
  e: 't',
};

/**
 * The hash that Kustomize puts behind the name of a generated object: over its JSON as Go writes it, without its name.
 * https://github.com/kubernetes-sigs/kustomize/blob/master/api/hasher/hasher.go
 */
export function contentHash(object: JsonObject): string {
  const { kind, type, data, binaryData, stringData } = object;
  const hashed =
    kind === 'Secret'
      ? [
          `"data":${goMap(data)}`,
          '"kind":"Secret","name":""',
          ...(isJsonObject(stringData)
            ? [`"stringData":${goMap(stringData)}`]
            : []),
          `"type":${goText(type)}`,
        ]
      : [
          ...(isJsonObject(binaryData)
            ? [`"binaryData":${goMap(binaryData)}`]
            : []),
          `"data":${goMap(data)}`,
          `"kind":${goText(kind)},"name":""`,
        ];
  const digest = createHash('sha256')
    .update(`{${hashed.join(',')}}`)
    .digest('hex');
  return digest
    .slice(0, 10)
    .replace(/[013ae]/g, letter => LETTERS[letter] ?? letter);
}

/** Go sorts the keys of maps by their bytes, and writes a map that is not there as text. */
function goMap(map: JsonValue | undefined): string {
  if (!isJsonObject(map)) return '""';
  const entries = Object.entries(map)
    .sort(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
    .map(([key, value]) => `${goText(key)}:${goText(value)}`);
  return `{${entries.join(',')}}`;
}

/** Go writes what could be markup as escapes. */
function goText(value: JsonValue | undefined): string {
  return JSON.stringify(value ?? '').replace(
    /[<>&\u2028\u2029]/g,
    char => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
