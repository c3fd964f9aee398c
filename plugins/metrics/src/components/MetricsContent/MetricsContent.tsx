import Box from '@mui/material/Box';
import {
  CardStack,
  ChoiceButtons,
  SlipwayQueryProvider,
} from '@slipway/platform-react';
import {
  DEFAULT_METRICS_RANGE,
  metricsRanges,
} from '@slipway/plugin-metrics-common';
import { useEnvironment } from '../../hooks/useEnvironment';
import { useGoldenSignals } from '../../hooks/useGoldenSignals';
import { useUrlChoice } from '../../hooks/useUrlChoice';
import { AlarmsCard } from '../AlarmsCard';
import { ChartsCard } from './ChartsCard';

/** Charts of golden signals and the alarms of an entity. @public */
export function MetricsContent() {
  return (
    <SlipwayQueryProvider>
      <Content />
    </SlipwayQueryProvider>
  );
}

function Content() {
  const [range = DEFAULT_METRICS_RANGE, chooseRange] = useUrlChoice(
    'range',
    metricsRanges,
    DEFAULT_METRICS_RANGE,
  );
  const query = useGoldenSignals(range);
  const { names, chosen, choose, result } = useEnvironment(
    query.data?.environments,
  );
  return (
    <CardStack>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
        {names.length > 0 && (
          <ChoiceButtons
            label="Environment"
            choices={names}
            value={chosen}
            onChange={choose}
          />
        )}
        <ChoiceButtons
          label="Time range"
          choices={metricsRanges}
          value={range}
          onChange={chooseRange}
        />
      </Box>
      <ChartsCard
        loading={query.isPending}
        updating={query.isPlaceholderData}
        error={query.error ?? undefined}
        problems={query.data?.problems ?? []}
        result={result}
      />
      <AlarmsCard environment={chosen} />
    </CardStack>
  );
}
