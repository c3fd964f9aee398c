import { EmptyState, ResponseErrorPanel } from '@backstage/core-components';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import { PageTitle, SlipwayQueryProvider } from '@slipway/platform-react';
import { useBoard } from '../../hooks/useBoard';
import { Board } from './Board';
import { BoardSources } from './BoardSources';

/** All queues that the person may see, the riskiest first. @public */
export function QueuesBoardPage() {
  return (
    <SlipwayQueryProvider>
      <PageTitle title="Queues" />
      <Box
        sx={{ px: 3, pb: 2, display: 'flex', flexDirection: 'column', gap: 2 }}
      >
        <Content />
      </Box>
    </SlipwayQueryProvider>
  );
}

function Content() {
  const { data, error, isPending } = useBoard();
  if (isPending) {
    return (
      <Box role="status" aria-label="Loading queues">
        <Skeleton variant="rounded" height={480} />
      </Box>
    );
  }
  if (!data) return <ResponseErrorPanel error={error} />;
  return (
    <>
      {error && (
        <Alert severity="warning" variant="outlined" sx={{ py: 0.25 }}>
          The last refresh failed: {error.message}
        </Alert>
      )}
      <BoardSources sources={data.sources} degraded={data.degraded} />
      {data.rows.length > 0 ? (
        <Board board={data} />
      ) : (
        <EmptyState
          missing="content"
          title="No queues"
          description="The catalog has no queue that you may see. Queues come into it by themselves from the accounts that the portal reads; teams own them by the tags of their Terraform."
        />
      )}
    </>
  );
}
