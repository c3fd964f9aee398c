import Typography from '@mui/material/Typography';
import { GoldenSignals } from '@slipway/plugin-metrics-common';

/** Shown where a service has sent nothing that is known within the range. */
export function NoSamples(props: { signals: GoldenSignals }) {
  const { serviceName, environment, range } = props.signals;
  return (
    <Typography variant="body2" color="text.secondary">
      {serviceName} has sent no HTTP or messaging metrics in {environment} for
      the last {range}. They appear within a minute of its first request or
      message.
    </Typography>
  );
}
