import { ChangeRequestDetail } from '@slipway/plugin-infra-prs-common';
import { ChecksPanel } from '../checks/ChecksPanel';

/** What was checked by machines. */
export function ChecksSection({ change }: { change: ChangeRequestDetail }) {
  return <ChecksPanel change={change} />;
}
