import { GitHost } from '../git/GitHost';
import { TerraformTarget, WorldEnvironment } from '../world/types';
import { Planner } from './Planner';
import { Runner } from './Runner';
import { choosePlanner, PlannerChoice } from './terraform/choosePlanner';

export interface RunnerOptions {
  readonly host: GitHost;
  readonly target: TerraformTarget;
  readonly environments: readonly WorldEnvironment[];
  /** Default `auto`: real Terraform where it and a mirror of the AWS provider are found. */
  readonly planner?: PlannerChoice | Planner;
  readonly owner?: string;
  readonly repo?: string;
}

/** The runner of `acme/infrastructure`: checks pull requests, applies what is merged. */
export function createRunner(options: RunnerOptions): Runner {
  const { planner = 'auto' } = options;
  return new Runner({
    host: options.host,
    target: options.target,
    environments: options.environments,
    owner: options.owner ?? 'acme',
    repo: options.repo ?? 'infrastructure',
    planner: () =>
      typeof planner === 'string'
        ? choosePlanner(planner)
        : Promise.resolve(planner),
  });
}
