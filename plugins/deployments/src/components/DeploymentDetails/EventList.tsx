import { RelativeTime } from '@slipway/platform-react';
import { Deployment } from '@slipway/plugin-deployments-common';
import { DetailsTable } from './DetailsTable';

const SHOWN = 8;

/** What the platform reported last. */
export function EventList(props: { events: Deployment['events'] }) {
  return (
    <DetailsTable
      title="Events"
      columns={['When', 'What']}
      rows={props.events.slice(0, SHOWN).map(({ time, message }, index) => ({
        key: `${time} ${index}`,
        cells: [time && <RelativeTime value={time} />, message],
      }))}
    />
  );
}
