import Box from '@mui/material/Box';
import { SourceResult } from '@slipway/platform-common';
import {
  AnnotationProblems,
  SlipwayCard,
  SourceStateAlert,
} from '@slipway/platform-react';
import {
  GoldenSignals,
  GoldenSignalsResponse,
} from '@slipway/plugin-metrics-common';
import { NoMetrics, NoSamples } from '../NoMetrics';
import { SignalCharts } from '../SignalCharts';

/** The charts of one environment. */
export function ChartsCard(props: {
  loading: boolean;
  /** The charts of another range are shown until those of the chosen one are there. */
  updating: boolean;
  error?: Error;
  problems: GoldenSignalsResponse['problems'];
  result?: SourceResult<GoldenSignals>;
}) {
  const { loading, updating, error, problems, result } = props;
  const signals = result?.data;
  return (
    <SlipwayCard
      title="Golden signals"
      loading={loading}
      error={error}
      asOf={result?.asOf}
      skeletonHeight={220}
      empty={<NoMetrics />}
    >
      {result || problems.length > 0 ? (
        <Box
          aria-busy={updating}
          sx={{
            display: 'flex',
            flexDirection: 'column',
            gap: 3,
            opacity: updating ? 0.6 : 1,
          }}
        >
          <AnnotationProblems problems={problems} />
          {result && <SourceStateAlert result={result} />}
          {signals && signals.traffic.length === 0 && (
            <NoSamples signals={signals} />
          )}
          {signals?.traffic.map(traffic => (
            <SignalCharts key={traffic.kind} traffic={traffic} />
          ))}
        </Box>
      ) : undefined}
    </SlipwayCard>
  );
}
