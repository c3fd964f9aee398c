import { ChangeRequestDetail } from '@slipway/plugin-infra-prs-common';
import { ChecksPanel } from '../checks/ChecksPanel';
import { FindingsPanel } from '../findings/FindingsPanel';

/** What was checked by machines. */
export function ChecksSection({ change }: { change: ChangeRequestDetail }) {
  return (
    <>
      <ChecksPanel change={change} />
      <FindingsPanel change={change} />
    </>
  );
}
