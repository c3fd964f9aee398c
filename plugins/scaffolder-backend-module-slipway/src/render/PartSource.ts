import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { readFolder } from '../preview/readDirectory';

export interface PartFile {
  /** Below the part's folder, with forward slashes; may hold expressions. */
  readonly path: string;
  readonly content: string;
}

/** Where the files of `templates/_parts` come from. */
export interface PartSource {
  /** @throws InputError when there is no such part. */
  read(part: string): Promise<readonly PartFile[]>;
}

/** Finds the parts that belong to a template. */
export interface PartSources {
  /** @throws NotFoundError, InputError */
  forTemplate(
    templateRef: string,
    options: { credentials: BackstageCredentials },
  ): Promise<PartSource>;
}

/** Parts in a folder on disk, read once. */
export class DirectoryPartSource implements PartSource {
  readonly #parts = new Map<string, Promise<readonly PartFile[]>>();

  constructor(private readonly directory: string) {}

  read(part: string): Promise<readonly PartFile[]> {
    const known = this.#parts.get(part) ?? this.#load(part);
    this.#parts.set(part, known);
    return known;
  }

  async #load(part: string): Promise<readonly PartFile[]> {
    const folder = join(this.directory, part);
    const found = await stat(folder).catch(() => undefined);
    if (!found?.isDirectory()) {
      throw new InputError(`There is no part '${part}' in templates/_parts`);
    }
    const files = await readFolder(folder);
    return files.map(({ path, content }) => ({
      path,
      content: content.toString('utf8'),
    }));
  }
}
