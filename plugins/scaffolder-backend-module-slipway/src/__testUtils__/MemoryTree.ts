import { gitBlobId } from '../clients/gitBlobId';
import {
  InfrastructureSnapshot,
  InfrastructureTree,
} from '../clients/InfrastructureTree';
import { exampleFacts } from './exampleFacts';

/** An infrastructure repository in memory: the facts of the demo, and what a test puts beside them. */
export class MemoryTree implements InfrastructureTree {
  readonly files: Map<string, string>;

  constructor(files: Readonly<Record<string, string>> = {}) {
    this.files = new Map(Object.entries({ ...factsFiles(), ...files }));
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
