import {
  AnnotationProblems,
  ChoiceButtons,
  SlipwayCard,
  SlipwayQueryProvider,
  SourceStateAlert,
} from '@slipway/platform-react';
import { SourceResult } from '@slipway/platform-common';
import {
  DEFAULT_METRICS_RANGE,
  GoldenSignals,
} from '@slipway/plugin-metrics-common';
import { useEnvironment } from '../../hooks/useEnvironment';
import { useGoldenSignals } from '../../hooks/useGoldenSignals';
import { NoMetrics, NoSamples } from '../NoMetrics';
import { SignalTiles } from '../SignalTiles';

/** Current request rate, errors and latency of an entity in one environment. @public */
export function GoldenSignalsCard() {
  return (
    <SlipwayQueryProvider>
      <Card />
    </SlipwayQueryProvider>
  );
}

function Card() {
  const { data, isPending, error } = useGoldenSignals(DEFAULT_METRICS_RANGE);
  const { names, chosen, choose, result } = useEnvironment(data?.environments);
  return (
    <SlipwayCard
      title="Golden signals"
      loading={isPending}
      error={error ?? undefined}
      asOf={result?.asOf}
      empty={<NoMetrics />}
      action={
        names.length > 1 && (
          <ChoiceButtons
            label="Environment"
            choices={names}
            value={chosen}
            onChange={choose}
          />
        )
      }
    >
      {data && (result || data.problems.length > 0) ? (
        <>
          <AnnotationProblems problems={data.problems} />
          {result && <Signals result={result} />}
        </>
      ) : undefined}
    </SlipwayCard>
  );
}

function Signals({ result }: { result: SourceResult<GoldenSignals> }) {
  const { data } = result;
  return (
    <>
      <SourceStateAlert result={result} />
      {data && data.traffic.length === 0 && <NoSamples signals={data} />}
      {data?.traffic.map(traffic => (
        <SignalTiles
          key={traffic.kind}
          traffic={traffic}
          named={data.traffic.length > 1}
        />
      ))}
    </>
  );
}
