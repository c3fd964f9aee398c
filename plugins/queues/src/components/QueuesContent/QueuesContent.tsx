import { ResponseErrorPanel } from '@backstage/core-components';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import { QueuesResponse } from '@slipway/plugin-queues-common';
import { SlipwayQueryProvider } from '@slipway/platform-react';
import { useEnvironmentFilter } from '../../hooks/useEnvironmentFilter';
import { useQueues } from '../../hooks/useQueues';
import { ProblemList } from '../ProblemList';
import { QueuesEmptyState } from '../QueuesEmptyState';
import { EnvironmentFilter } from './EnvironmentFilter';
import { QueuePanel } from './QueuePanel';

/** The Queues tab of an entity page. @public */
export function QueuesContent() {
  return (
    <SlipwayQueryProvider>
      <Content />
    </SlipwayQueryProvider>
  );
}

function Content() {
  const { data, isPending, error } = useQueues();
  if (isPending) {
    return (
      <Box role="status" aria-label="Loading queues">
        <Skeleton variant="rounded" height={360} />
      </Box>
    );
  }
  if (!data) {
    return <ResponseErrorPanel error={error} />;
  }
  if (data.queues.length === 0 && data.problems.length === 0) {
    return <QueuesEmptyState />;
  }
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 2 }}>
      {error && (
        <Alert severity="warning" variant="outlined" sx={{ py: 0.25 }}>
          The last refresh failed: {error.message}
        </Alert>
      )}
      <QueueList data={data} />
    </Box>
  );
}

function QueueList({ data }: { data: QueuesResponse }) {
  const [environment, chooseEnvironment] = useEnvironmentFilter();
  const environments = [
    ...new Set(data.queues.flatMap(({ source }) => source.environment ?? [])),
  ];
  const chosen = environments.find(name => name === environment);
  const shown = data.queues.filter(
    ({ source }) => !chosen || source.environment === chosen,
  );
  return (
    <>
      <ProblemList problems={data.problems} />
      {environments.length > 1 && (
        <EnvironmentFilter
          environments={environments}
          value={chosen}
          onChange={chooseEnvironment}
        />
      )}
      {shown.map(result => (
        <QueuePanel
          key={`${result.source.environment} ${result.source.target}`}
          result={result}
        />
      ))}
    </>
  );
}
