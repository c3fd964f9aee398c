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
import { useTabView } from '../../hooks/useTabView';
import { AddQueueLink } from '../AddQueueLink';
import { QueuesEmptyState } from '../QueuesEmptyState';
import { QueuesTopology } from '../QueuesTopology';
import { DeadLettersView } from './DeadLettersView';
import { EnvironmentChoice } from './EnvironmentChoice';
import { QueueList } from './QueueList';

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
      <Views queues={data.queues} />
    </CardStack>
  );
}

function Views({ queues }: Pick<QueuesResponse, 'queues'>) {
  const [view, chooseView] = useTabView();
  const { shown, chosen } = useEnvironmentFilter(queues);
  return (
    <CardStack>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
        <ChoiceButtons
          label="View"
          choices={['queues', 'topology']}
          labels={{ queues: 'Queues', topology: 'Topology' }}
          value={view}
          onChange={chooseView}
        />
        <EnvironmentChoice queues={queues} />
        <Box sx={{ flexGrow: 1 }} />
        <AddQueueLink />
      </Box>
      {view === 'topology' ? (
        <QueuesTopology environment={chosen} />
      ) : (
        <QueueList queues={shown} />
      )}
    </CardStack>
  );
}
