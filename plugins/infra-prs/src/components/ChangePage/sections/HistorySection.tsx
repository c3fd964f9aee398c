import { ChangeRequestDetail } from '@slipway/plugin-infra-prs-common';
import { CommitsPanel } from '../CommitsPanel';

/** How the change came to be what it is. */
export function HistorySection({ change }: { change: ChangeRequestDetail }) {
  return <CommitsPanel commits={change.commits} />;
}
