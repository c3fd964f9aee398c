import {
  Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  parseAllDocuments,
} from 'yaml';
import { BuildContext } from './BuildContext';

/** Keys and indexes from the root of a document. */
export type ManifestPath = ReadonlyArray<string | number>;

/** One document of a YAML file, with the places of its parts. */
export interface YamlManifest {
  readonly value: unknown;
  /** Line of a key or list entry, from 1; of the nearest that is there when the path ends early. */
  lineOf(path: ManifestPath): number;
}

/** The documents of a file that are valid YAML; those that are not are the business of the check of syntax. */
export function parseYamlManifests(text: string): YamlManifest[] {
  return readDocuments(text, '', BuildContext.lenient);
}

/** More documents in one file are nobody's own work. */
const MAX_DOCUMENTS = 2_000;

/** The documents of a file; empty ones are left out, and those that are not valid YAML are refused. */
export function readDocuments(
  text: string,
  file: string,
  context: BuildContext,
): YamlManifest[] {
  const lines = new LineCounter();
  const documents = attemptYaml(file, context, () => [
    ...parseAllDocuments(text, { lineCounter: lines }),
  ]);
  if (documents && documents.length > MAX_DOCUMENTS) {
    context.refuse(`${file}: it has more than ${MAX_DOCUMENTS} documents`);
  }
  return (documents ?? []).slice(0, MAX_DOCUMENTS).flatMap(document => {
    const [error] = document.errors;
    if (error) context.refuse(`${file}: ${yamlWords(error.message)}`);
    if (error || !document.contents) return [];
    const value = attemptYaml(file, context, () => toValue(document));
    if (value === null || value === undefined) return [];
    return [
      { value, lineOf: path => lines.linePos(offsetOf(document, path)).line },
    ];
  });
}

/** The parser reports its own exhaustion as if it were a mistake in the text. */
function yamlWords(message: string): string {
  return /call stack/.test(message)
    ? 'it is nested too deeply'
    : message.split('\n')[0];
}

/** Aliases of aliases grow without end, so how far they may is limited. */
function toValue(document: Document.Parsed): unknown {
  return document.toJS({ maxAliasCount: 100 });
}

/** The parser gives up at nesting that is too deep, and at aliases that grow too far. */
function attemptYaml<T>(
  file: string,
  context: BuildContext,
  read: () => T,
): T | undefined {
  try {
    return read();
  } catch (error) {
    const why =
      error instanceof RangeError
        ? 'it is nested too deeply'
        : 'its aliases grow too far';
    context.refuse(`${file}: ${why}`);
    return undefined;
  }
}

function offsetOf(document: Document.Parsed, path: ManifestPath): number {
  let node: unknown = document.contents;
  let offset = document.contents?.range[0] ?? 0;
  for (const part of path) {
    if (isAlias(node)) node = node.resolve(document);
    if (isMap(node)) {
      const pair = node.items.find(
        ({ key }) => isScalar(key) && String(key.value) === String(part),
      );
      if (!pair) return offset;
      if (isNode(pair.key)) offset = pair.key.range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(part)];
      if (isNode(node)) offset = node.range?.[0] ?? offset;
    } else {
      return offset;
    }
  }
  return offset;
}
