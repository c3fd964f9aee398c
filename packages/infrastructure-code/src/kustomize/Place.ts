import { BuildContext } from './BuildContext';

/** Where a kustomization stands, and how the files that it names are read. */
export interface Place {
  readonly folder: string;
  readonly read: (path: string) => Promise<string | undefined>;
  readonly context: BuildContext;
}
