import { ChangeRequestDetail } from '@slipway/plugin-infra-prs-common';
import { PlanPanel } from '../PlanPanel';

/** What the change does once it is merged. */
export function PlanSection({ change }: { change: ChangeRequestDetail }) {
  return <PlanPanel change={change} />;
}
