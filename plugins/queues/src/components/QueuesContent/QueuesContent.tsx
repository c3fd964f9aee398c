import { ResponseErrorPanel } from '@backstage/core-components';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import { QueuesResponse } from '@slipway/plugin-queues-common';
import {
  AnnotationProblems,
  CardStack,
  ChoiceButtons,
  SlipwayQueryProvider,
} from '@slipway/platform-react';
import { useDeadLettersView } from '../../hooks/useDeadLettersView';
import { useEnvironmentFilter } from '../../hooks/useEnvironmentFilter';
import { useQueues } from '../../hooks/useQueues';
import { AddQueueLink } from '../AddQueueLink';
import { QueuesEmptyState } from '../QueuesEmptyState';
import { DeadLettersView } from './DeadLettersView';
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
  const { view, close } = useDeadLettersView();
  return view ? <DeadLettersView view={view} onClose={close} /> : <Queues />;
}

function Queues() {
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
    <CardStack>
      {error && (
        <Alert severity="warning" variant="outlined" sx={{ py: 0.25 }}>
          The last refresh failed: {error.message}
        </Alert>
      )}
      {data.problems.length > 0 && (
        <AnnotationProblems problems={data.problems} />
      )}
      <QueueList queues={data.queues} />
    </CardStack>
  );
}

const ALL = 'all';

function QueueList({ queues }: { queues: QueuesResponse['queues'] }) {
  const [environment, chooseEnvironment] = useEnvironmentFilter();
  const environments = [
    ...new Set(queues.flatMap(({ source }) => source.environment ?? [])),
  ];
  const chosen = environments.find(name => name === environment);
  return (
    <CardStack>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
        <Box sx={{ flexGrow: 1 }}>
          {environments.length > 1 && (
            <ChoiceButtons
              label="Environment"
              choices={[ALL, ...environments]}
              value={chosen ?? ALL}
              onChange={name =>
                chooseEnvironment(name === ALL ? undefined : name)
              }
            />
          )}
        </Box>
        <AddQueueLink />
      </Box>
      {queues
        .filter(({ source }) => !chosen || source.environment === chosen)
        .map(result => (
          <QueuePanel
            key={`${result.source.environment} ${result.source.target}`}
            result={result}
          />
        ))}
    </CardStack>
  );
}
