import { PolicySubject } from '@slipway/infrastructure-code';
import {
  plainResources,
  readPlan,
  readTerraformPlan,
} from '@slipway/plugin-infra-prs-common';

/**
 * What rules see of a plan: every managed resource as it will be. Resources that go away break no rule.
 *
 * @param plan - parsed output of `terraform show -json <plan>`
 * @throws PlanReadError when it is none.
 */
export function planSubjects(plan: unknown): PolicySubject[] {
  const { resources } = readPlan(readTerraformPlan(plan));
  return plainResources(resources, 'after');
}
