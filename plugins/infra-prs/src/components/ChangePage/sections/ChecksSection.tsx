import { ChangeRequestDetail } from '@slipway/plugin-infra-prs-common';
import { ChecksPanel } from '../ChecksPanel';
import { FindingsPanel } from '../findings/FindingsPanel';

/** What was checked by machines. */
export function ChecksSection({ change }: { change: ChangeRequestDetail }) {
  return (
    <>
      <ChecksPanel checks={change.checkRuns} />
      <FindingsPanel change={change} />
    </>
  );
}
