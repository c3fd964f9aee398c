import { Diagnostic } from '@slipway/infrastructure-code';
import { ReadPlan } from '@slipway/plugin-infra-prs-common';
import { PlannedResource } from './plan/PlannedResource';
import { Files } from './static/loadModules';

/** What a planner found out about a root: what is wrong with it, or what it wants. */
export type Examination =
  | {
      readonly planned: readonly PlannedResource[];
      /** The plan of Terraform itself, where it ran. */
      readonly plan?: ReadPlan;
    }
  | { readonly problems: readonly Diagnostic[] };

/** Something that reads and plans Terraform. `files` are those of the repository, by path. */
export interface Planner {
  readonly kind: 'terraform' | 'static';
  /** Which of the files are not formatted as `terraform fmt` would. */
  unformatted(
    files: Files,
    names: readonly string[],
    signal: AbortSignal,
  ): Promise<readonly string[]>;
  examine(
    files: Files,
    root: string,
    signal: AbortSignal,
  ): Promise<Examination>;
}
