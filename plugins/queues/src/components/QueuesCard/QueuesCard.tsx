import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { SourceResult } from '@slipway/platform-common';
import { QueueState } from '@slipway/plugin-queues-common';
import {
  AnnotationProblems,
  EnvironmentChip,
  SlipwayCard,
  SlipwayQueryProvider,
  SourceStateAlert,
  StaleBadge,
} from '@slipway/platform-react';
import { useQueues } from '../../hooks/useQueues';
import { AddQueueLink } from '../AddQueueLink';
import { DlqStatus } from '../DlqStatus';
import { QueuesEmptyState } from '../QueuesEmptyState';
import { QueueTiles } from '../QueueTiles';

/** Queues of the entity in all environments at a glance. @public */
export function QueuesCard() {
  return (
    <SlipwayQueryProvider>
      <Content />
    </SlipwayQueryProvider>
  );
}

function Content() {
  const { data, isPending, error } = useQueues();
  const filled = data && (data.queues.length > 0 || data.problems.length > 0);
  return (
    <SlipwayCard
      title="Queues"
      action={<AddQueueLink />}
      loading={isPending}
      error={error ?? undefined}
      empty={<QueuesEmptyState />}
    >
      {filled ? (
        <>
          <AnnotationProblems problems={data.problems} />
          {data.queues.map(result => (
            <QueueRow
              key={`${result.source.environment} ${result.source.target}`}
              result={result}
            />
          ))}
        </>
      ) : undefined}
    </SlipwayCard>
  );
}

function QueueRow({ result }: { result: SourceResult<QueueState> }) {
  const { data, source } = result;
  return (
    <Box
      component="section"
      aria-label={`${source.target} in ${source.environment}`}
      sx={{ display: 'flex', flexDirection: 'column', gap: 1 }}
    >
      <Box
        sx={{
          display: 'flex',
          flexWrap: 'wrap',
          alignItems: 'center',
          gap: 1,
        }}
      >
        <EnvironmentChip name={source.environment ?? ''} />
        <Typography variant="subtitle2" component="h4" noWrap>
          {source.target}
        </Typography>
        {data && <DlqStatus queue={data} />}
        <StaleBadge result={result} />
      </Box>
      {data ? (
        <QueueTiles queue={data} />
      ) : (
        <SourceStateAlert result={result} />
      )}
    </Box>
  );
}
