import { RiArrowRightUpLine } from '@remixicon/react';
import { QueueState } from '@slipway/plugin-queues-common';
import { formatRate, MetricTile } from '@slipway/platform-react';
import { drainRemark, drainShort } from '../words/drainWords';

/** When the queue will be empty, and the rates that say so. */
export function DrainTile(props: { queue: QueueState; rates: boolean }) {
  const { queue, rates } = props;
  const { drain, sentPerSecond, receivedPerSecond, deletedPerSecond } = queue;
  const growing = drain.trend === 'growing';
  const out = deletedPerSecond ?? receivedPerSecond;
  return (
    <MetricTile
      label="Drain time"
      value={drainShort(drain)}
      tone={growing ? 'warning' : 'neutral'}
      icon={growing ? <RiArrowRightUpLine size={18} aria-hidden /> : undefined}
      delta={
        <>
          {drainRemark(drain)}
          {rates && (
            <>
              <br />
              {formatRate(sentPerSecond)} in, {formatRate(out)} out
            </>
          )}
        </>
      }
    />
  );
}
