import { Value } from '../hcl/Value';
import { Body } from './moduleSchema';

export interface ResourceSource {
  readonly type: string;
  readonly name: string;
  readonly body: Body;
  /** File it is in, from the root of the repository. */
  readonly file: string;
}

/** All files of one Terraform module, read but not evaluated. */
export interface ModuleSource {
  /** Folder from the root of the repository. */
  readonly folder: string;
  readonly variables: ReadonlyMap<string, Body>;
  readonly locals: Readonly<Body>;
  readonly outputs: ReadonlyMap<string, Body>;
  readonly modules: ReadonlyMap<string, Body>;
  readonly resources: readonly ResourceSource[];
  /** Text of the files that `file()` can read, by path from the root of the repository. */
  readonly texts: Value;
}
