import { PlannedResource } from './plan/PlannedResource';
import { Diagnostic } from './static/ConfigurationError';
import { Files } from './static/loadModules';

/** Something that reads and plans Terraform. `files` are those of the repository, by path. */
export interface Planner {
  readonly kind: 'terraform' | 'static';
  /** Which of the files are not formatted as `terraform fmt` would. */
  unformatted(
    files: Files,
    names: readonly string[],
    signal: AbortSignal,
  ): Promise<readonly string[]>;
  /** What is wrong with a root; nothing when it is valid. */
  validate(
    files: Files,
    root: string,
    signal: AbortSignal,
  ): Promise<readonly Diagnostic[]>;
  /** @throws ConfigurationError when the root cannot be planned. */
  plan(
    files: Files,
    root: string,
    signal: AbortSignal,
  ): Promise<readonly PlannedResource[]>;
}
