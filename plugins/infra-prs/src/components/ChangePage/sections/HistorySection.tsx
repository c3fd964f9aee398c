import { ChangeRequestDetail } from '@slipway/plugin-infra-prs-common';
import { CommitsPanel } from '../CommitsPanel';
import { TimelinePanel } from '../history/TimelinePanel';

/** How the change came to be what it is. */
export function HistorySection({ change }: { change: ChangeRequestDetail }) {
  return (
    <>
      <TimelinePanel number={change.number} />
      <CommitsPanel commits={change.commits} />
    </>
  );
}
