import { Header, Page } from '@backstage/core-components';
import Box from '@mui/material/Box';
import { ChangesRouter } from './ChangesRouter';

/** The pages with a header, for apps on the old frontend system, which draw none. */
export function LegacyChangesPage() {
  return (
    <Page themeId="tool">
      <Header title="Changes" />
      <Box sx={{ gridArea: 'pageContent', overflow: 'auto', py: 2 }}>
        <ChangesRouter />
      </Box>
    </Page>
  );
}
