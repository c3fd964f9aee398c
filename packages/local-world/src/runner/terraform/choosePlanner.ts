import { Planner } from '../Planner';
import { StaticPlanner } from '../static/StaticPlanner';
import { findTerraform } from './findTerraform';
import { TerraformPlanner } from './TerraformPlanner';

export type PlannerChoice = 'auto' | 'static' | 'terraform';

/** @throws Error when Terraform is asked for and is not there. */
export async function choosePlanner(choice: PlannerChoice): Promise<Planner> {
  if (choice === 'static') return new StaticPlanner();
  const found = await findTerraform();
  if (found) return new TerraformPlanner(found);
  if (choice === 'terraform') {
    throw new Error(
      'terraform, or a mirror of the AWS provider for it (TF_PLUGIN_DIR), was not found',
    );
  }
  return new StaticPlanner();
}
