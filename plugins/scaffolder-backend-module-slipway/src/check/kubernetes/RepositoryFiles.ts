import { posix } from 'node:path';
import { FileSource } from '@slipway/infrastructure-code';

/** The files of a request over those of the repository's main. */
export class RepositoryFiles {
  constructor(
    readonly changed: ReadonlyMap<string, string>,
    private readonly base: FileSource | undefined,
  ) {}

  /** False when only the changed files are known: then nothing can be called missing. */
  get isWhole(): boolean {
    return this.base !== undefined;
  }

  async read(path: string): Promise<string | undefined> {
    return this.changed.get(path) ?? this.base?.read(path);
  }

  async hasFile(path: string): Promise<boolean> {
    if (this.changed.has(path)) return true;
    const names = await this.base?.list(posix.dirname(path));
    return names?.includes(posix.basename(path)) ?? false;
  }

  /** Whether Kustomize could build the folder. */
  async hasKustomization(folder: string): Promise<boolean> {
    return this.hasFile(posix.join(folder, 'kustomization.yaml'));
  }
}
