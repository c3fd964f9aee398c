import { GitHost } from '../git/GitHost';
import { TerraformTarget } from '../world/types';
import { World, WorldPart } from '../world/WorldPart';
import { createRunner } from './createRunner';
import { PlannerChoice } from './terraform/choosePlanner';

/** The Terraform runner as a part of the world; it comes after the Git host and AWS. */
export function createRunnerPart(
  world: World,
  host: GitHost,
  target: TerraformTarget,
  planner: PlannerChoice = 'auto',
): WorldPart {
  const { environments } = world;
  const runner = createRunner({ host, target, environments, planner });
  return {
    name: 'runner',
    state: () => runner.state(),
    start: () => runner.start(),
    reset: () => runner.reset(),
    stop: () => runner.stop(),
  };
}
