import { InputError } from '@backstage/errors';
import {
  Document,
  isMap,
  isScalar,
  isSeq,
  parseAllDocuments,
  YAMLMap,
  YAMLSeq,
} from 'yaml';

/** A committed YAML file that is changed in places: comments, order and quotes of the rest stay as they are. */
export class YamlFile {
  readonly #path: string;
  readonly #documents: Document[];

  /** @throws InputError naming the file and the line that cannot be read. */
  static parse(path: string, text: string): YamlFile {
    const documents = parseAllDocuments(text, { version: '1.2' });
    if (!Array.isArray(documents) || documents.length === 0) {
      throw new InputError(`${path} of the infrastructure repository is empty`);
    }
    const [error] = documents.flatMap(document => document.errors);
    if (error) {
      throw new InputError(
        `${path} of the infrastructure repository is no YAML: ${error.message}`,
      );
    }
    return new YamlFile(path, documents);
  }

  private constructor(path: string, documents: Document[]) {
    this.#path = path;
    this.#documents = documents;
  }

  /** The first document whose `kind` is this, or the first of all. */
  document(kind?: string): Document {
    const found = kind
      ? this.#documents.find(document => document.get('kind') === kind)
      : this.#documents[0];
    if (!found) throw this.#lacks(`an object of kind ${kind}`);
    return found;
  }

  /**
   * The map at a path, made when it is not there.
   *
   * @throws InputError when something else stands there.
   */
  map(document: Document, path: readonly (string | number)[]): YAMLMap {
    const node = document.getIn(path, true);
    if (isMap(node)) return node;
    if (!isNothing(node)) throw this.#lacks(`a map at ${path.join('.')}`);
    const made = new YAMLMap(document.schema);
    document.setIn(path, made);
    return made;
  }

  /**
   * The list at a path, made when it is not there.
   *
   * @throws InputError when something else stands there.
   */
  list(document: Document, path: readonly (string | number)[]): YAMLSeq {
    const node = document.getIn(path, true);
    if (isSeq(node)) return node;
    if (!isNothing(node)) throw this.#lacks(`a list at ${path.join('.')}`);
    const made = new YAMLSeq(document.schema);
    document.setIn(path, made);
    return made;
  }

  toString(): string {
    return this.#documents
      .map(document => document.toString({ lineWidth: 0 }))
      .join('');
  }

  #lacks(what: string): InputError {
    return new InputError(
      `${
        this.#path
      } of the infrastructure repository has not ${what}, where the golden paths put one; change it by hand`,
    );
  }
}

function isNothing(node: unknown): boolean {
  return node === undefined || (isScalar(node) && node.value === null);
}
