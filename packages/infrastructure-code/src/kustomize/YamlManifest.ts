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

/** The documents of a file; empty ones are left out, and those that are not valid YAML are refused. */
export function readDocuments(
  text: string,
  file: string,
  context: BuildContext,
): YamlManifest[] {
  const lines = new LineCounter();
  return [...parseAllDocuments(text, { lineCounter: lines })].flatMap(
    document => {
      const [error] = document.errors;
      if (error) context.refuse(`${file}: ${error.message.split('\n')[0]}`);
      if (error || !document.contents) return [];
      const value: unknown = document.toJS({ maxAliasCount: 100 });
      if (value === null || value === undefined) return [];
      return [
        {
          value,
          lineOf: path => lines.linePos(offsetOf(document, path)).line,
        },
      ];
    },
  );
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
