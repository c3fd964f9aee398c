import { Header, Page } from '@backstage/core-components';
import Box from '@mui/material/Box';
import { QueuesBoardPage } from './QueuesBoardPage';

/** The board with a header, for apps on the old frontend system, which draw none. */
export function LegacyQueuesBoardPage() {
  return (
    <Page themeId="tool">
      <Header title="Queues" />
      <Box sx={{ gridArea: 'pageContent', overflow: 'auto', py: 2 }}>
        <QueuesBoardPage />
      </Box>
    </Page>
  );
}
