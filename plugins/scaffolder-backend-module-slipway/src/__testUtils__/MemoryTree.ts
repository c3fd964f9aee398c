import { globSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gitBlobId } from '../clients/gitBlobId';
import {
  InfrastructureSnapshot,
  InfrastructureTree,
} from '../clients/InfrastructureTree';
import { exampleFacts } from './exampleFacts';

const root = resolve(__dirname, '../../../..');

/** An infrastructure repository in memory: the facts of the demo, and what a test puts beside them. */
export class MemoryTree implements InfrastructureTree {
  readonly files: Map<string, string>;

  constructor(files: Readonly<Record<string, string>> = {}) {
    this.files = new Map(Object.entries({ ...factsFiles(), ...files }));
  }

  /** With what services build on: modules, environments and components, as this repository has them. */
  static withPlatform(): MemoryTree {
    const paths = globSync(
      [
        'terraform/modules/**/*',
        'terraform/live/*/environment/*',
        'gitops/components/**/*',
      ],
      { cwd: root },
    );
    const files = paths
      .filter(path => !path.includes('.terraform'))
      .filter(path => statSync(join(root, path)).isFile())
      .map(path => [path, readFileSync(join(root, path), 'utf8')]);
    return new MemoryTree(Object.fromEntries(files));
  }

  async snapshot(): Promise<InfrastructureSnapshot> {
    const blobs = [...this.files].map(
      ([path, text]) => [path, gitBlobId(text)] as const,
    );
    return { tree: gitBlobId(JSON.stringify(blobs)), blobs: new Map(blobs) };
  }

  async readText(
    _: InfrastructureSnapshot,
    path: string,
  ): Promise<string | undefined> {
    return this.files.get(path);
  }
}

function factsFiles(): Record<string, string> {
  return Object.fromEntries(
    ['dev', 'prod'].map(name => [
      `terraform/live/${name}/environment/facts.json`,
      JSON.stringify(exampleFacts(name)),
    ]),
  );
}
