import { ConflictError, InputError } from '@backstage/errors';
import { isDeepStrictEqual } from 'node:util';
import {
  Document,
  isMap,
  isNode,
  isScalar,
  isSeq,
  parseAllDocuments,
} from 'yaml';
import { Entry, flowText, itemEntry, pairEntry } from './Entry';
import { insertFlow, insertLines, insertMissing } from './insertEntry';
import { insertToken } from './insertToken';
import { applyEdits, endOf, isNothing, startOf, TextEdit } from './nodeText';
import { position } from './position';
import { withValue } from './withValue';

/** A place in a file: in the first document of a `kind`, or in the first of all. */
export interface YamlPlace {
  readonly kind?: string;
  readonly path: readonly (string | number)[];
}

/**
 * A committed YAML file that entries are put into: every other byte stays as it is. An edit after which the file would
 * not read as before but for the entry is refused.
 */
export class YamlFile {
  readonly #path: string;
  #text: string;
  #documents: readonly Document[];

  /** @throws InputError naming the file and the line that cannot be read. */
  static parse(path: string, text: string): YamlFile {
    const documents = parseAllDocuments(text);
    if (!Array.isArray(documents) || documents.length === 0) {
      throw new InputError(`${path} of the infrastructure repository is empty`);
    }
    const [error] = documents.flatMap(document => document.errors);
    if (error) {
      throw new InputError(
        `${path} of the infrastructure repository is no YAML: ${error.message}`,
      );
    }
    return new YamlFile(path, text, documents);
  }

  private constructor(
    path: string,
    text: string,
    documents: readonly Document[],
  ) {
    this.#path = path;
    this.#text = text;
    this.#documents = documents;
  }

  toString(): string {
    return this.#text;
  }

  /** What stands at a place, as JSON. */
  value(place: YamlPlace): unknown {
    const { node, rest, document } = this.#find(place);
    return rest.length === 0 && isNode(node) ? node.toJS(document) : undefined;
  }

  /**
   * Puts an item into a list once, before the first that comes after it. Items are the same by their `keyOf`.
   *
   * @throws InputError where no list can be; ConflictError when the same item says something else.
   */
  addItem(
    place: YamlPlace,
    block: string,
    keyOf: (item: unknown) => string = String,
  ): void {
    const entry = itemEntry(block);
    const { node, rest, document } = this.#find(place);
    if (rest.length > 0) {
      this.#addMissing(place, { ...entry, value: [entry.value] }, 'a list');
      return;
    }
    if (!isSeq(node)) throw this.#lacks('a list', place);
    const items: unknown[] = node.toJS(document);
    const keys = items.map(keyOf);
    const key = keyOf(entry.value);
    const there = keys.indexOf(key);
    if (there >= 0) {
      this.#requireSame(
        items[there],
        entry.value,
        `${place.path.join('.')} ${key}`,
      );
      return;
    }
    const index = position(keys, key);
    const edits = node.flow
      ? insertFlow(node, index, flowText(entry.value))
      : insertLines(this.#text, node, index, entry.lines);
    this.#edit(edits, place, items.toSpliced(index, 0, entry.value));
  }

  /** Puts text into a map once. @throws as `addItem`. */
  addPair(place: YamlPlace, name: string, text: string): void {
    const entry = pairEntry(name, text);
    const { node, rest, document } = this.#find(place);
    const keyed = { ...place, path: [...place.path, name] };
    if (rest.length > 0) {
      this.#addMissing(place, { ...entry, value: { [name]: text } }, 'a map');
      return;
    }
    if (!isMap(node)) throw this.#lacks('a map', place);
    const known: Record<string, unknown> = node.toJS(document);
    if (Object.hasOwn(known, name)) {
      this.#requireSame(known[name], text, keyed.path.join('.'));
      return;
    }
    const index = position(
      node.items.map(({ key }) => String(key)),
      name,
    );
    const edits = node.flow
      ? insertFlow(node, index, entry.lines.join(''))
      : insertLines(this.#text, node, index, entry.lines);
    this.#edit(edits, keyed, text);
  }

  /** Puts a word into a text of words between commas once, in whatever style the text is written. */
  addWord(place: YamlPlace, word: string): void {
    const known = this.value(place);
    if (known === undefined || known === null) {
      const name = String(place.path.at(-1));
      this.addPair({ ...place, path: place.path.slice(0, -1) }, name, word);
      return;
    }
    const { node } = this.#find(place);
    if (!isScalar(node) || typeof known !== 'string') {
      throw this.#lacks('a text', place);
    }
    const words = new Set(known.split(/[\s,]+/));
    const add = (text: string) => insertToken(text, word, t => words.has(t));
    const [offset, end] = [startOf(node), endOf(node)];
    const insert = add(this.#text.slice(offset, end));
    const edit = { offset, remove: end - offset, insert };
    this.#edit([edit], place, add(known));
  }

  #find({ kind, path }: YamlPlace) {
    const document = this.#document(kind);
    const at = (depth: number) =>
      depth > 0
        ? document.getIn(path.slice(0, depth), true)
        : document.contents;
    let depth = path.length;
    while (depth > 0 && isNothing(this.#text, at(depth))) depth -= 1;
    return { document, node: at(depth), rest: path.slice(depth) };
  }

  #document(kind: string | undefined): Document {
    const found = this.#documents.find(
      document => kind === undefined || document.get('kind') === kind,
    );
    if (!found) throw this.#lacks(`an object of kind ${kind}`);
    return found;
  }

  #addMissing(place: YamlPlace, entry: Entry, what: string): void {
    const { node, rest } = this.#find(place);
    const [first, ...others] = rest.map(String);
    // Items of lists are there or not: none is made.
    if (!isMap(node) || rest.some(key => typeof key !== 'string')) {
      throw this.#lacks(what, place);
    }
    const edits = insertMissing(
      this.#text,
      node,
      [first ?? '', ...others],
      entry,
    );
    this.#edit(edits, place, entry.value);
  }

  #requireSame(there: unknown, wanted: unknown, where: string): void {
    if (isDeepStrictEqual(there, wanted)) return;
    throw new ConflictError(
      `${
        this.#path
      } of the infrastructure repository says something else of ${where} already; change it by hand`,
    );
  }

  /** Applies edits when the value at `place` is all that they change. */
  #edit(
    edits: readonly TextEdit[] | undefined,
    place: YamlPlace,
    value: unknown,
  ): void {
    const changed = this.#document(place.kind);
    const expected = this.#documents.map(document =>
      document === changed
        ? withValue(document.toJS(), place.path, value)
        : document.toJS(),
    );
    const text = edits && applyEdits(this.#text, edits);
    const documents = parseAllDocuments(text ?? '');
    const values: unknown[] = documents.map(document =>
      document.errors.length > 0 ? undefined : document.toJS(),
    );
    if (text === undefined || !isDeepStrictEqual(values, expected)) {
      throw this.#lacks('a place that can be added to', place);
    }
    this.#text = text;
    this.#documents = documents;
  }

  #lacks(what: string, place?: YamlPlace): InputError {
    const where = place ? ` at ${place.path.join('.')}` : '';
    return new InputError(
      `${
        this.#path
      } of the infrastructure repository has not ${what}${where}, where the golden paths put one; change it by hand`,
    );
  }
}
