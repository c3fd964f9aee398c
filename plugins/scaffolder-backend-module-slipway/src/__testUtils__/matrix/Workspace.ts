import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { repositoryRoot } from '../goldenBackend';

/** An infrastructure repository on disk with everything that combinations add, and their services beside it. */
export class Workspace {
  /** Paths in the infrastructure repository to the combination that wrote them. */
  readonly #owners = new Map<string, string>();

  static create(): Workspace {
    const folder = mkdtempSync(join(tmpdir(), 'slipway-matrix-'));
    for (const part of [
      'terraform/modules',
      'terraform/live/dev/environment',
      'terraform/live/prod/environment',
      'gitops/components',
    ]) {
      cpSync(join(repositoryRoot, part), join(folder, part), {
        recursive: true,
        filter: file => !file.endsWith('.terraform'),
      });
    }
    return new Workspace(folder);
  }

  private constructor(readonly folder: string) {}

  /** Writes the files of one preview: `infrastructure/…` into the repository, `service/…` into a folder of its own. */
  add(name: string, files: ReadonlyMap<string, string>): void {
    for (const [file, content] of files) {
      const [repository, ...rest] = file.split('/');
      const path = rest.join('/');
      const inService = repository === 'service';
      if (!inService) this.#owners.set(path, name);
      const target = inService ? join('services', name, path) : path;
      const absolute = join(this.folder, target);
      mkdirSync(dirname(absolute), { recursive: true });
      writeFileSync(absolute, content);
    }
  }

  /** Folders of the infrastructure repository that hold a file of that name, with the combination they belong to. */
  foldersWith(file: string, below: RegExp): { name: string; path: string }[] {
    return [...this.#owners]
      .filter(([path]) => path.endsWith(`/${file}`) && below.test(path))
      .map(([path, name]) => ({ name, path: dirname(path) }));
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
