import {
  EmptyState,
  Link,
  ResponseErrorPanel,
} from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { PageTitle, saveFile } from '@slipway/platform-react';
import { DoraAnswer } from '@slipway/plugin-infra-prs-common';
import { useFigures } from '../../hooks/useFigures';
import { rootRouteRef } from '../../routes';
import { Panel } from '../ChangePage/Panel';
import { FigureCharts } from './FigureCharts';
import { FigureFilters } from './FigureFilters';
import { figuresCsv, frequencyText, rateText, spreadText } from './figureTexts';
import { TeamTable } from './TeamTable';
import { useFigureFilters } from './useFigureFilters';

function Totals({ all }: Pick<DoraAnswer, 'all'>) {
  const facts = [
    ['Went live', frequencyText(all)],
    ['Lead time, request to live', spreadText(all.leadTime)],
    ['Wait for review, plan to approval', spreadText(all.reviewWait)],
    ['Failed or taken back within 7 days', rateText(all)],
  ];
  return (
    <Box
      component="dl"
      sx={{
        m: 0,
        display: 'grid',
        gap: 2,
        gridTemplateColumns: 'repeat(auto-fit, minmax(220px, 1fr))',
      }}
    >
      {facts.map(([name, text]) => (
        <div key={name}>
          <Typography component="dt" variant="caption" color="text.secondary">
            {name}
          </Typography>
          <Typography component="dd" sx={{ m: 0 }}>
            {text}
          </Typography>
        </div>
      ))}
    </Box>
  );
}

function exportCsv({ teams, to }: DoraAnswer): void {
  const file = new Blob([figuresCsv(teams)], { type: 'text/csv' });
  saveFile(file, `changes-by-team-${to.slice(0, 10)}.csv`);
}

function Figures({ data }: { data: DoraAnswer }) {
  if (data.all.merged + data.all.live === 0) {
    return (
      <EmptyState
        missing="data"
        title="No changes in this period"
        description="Nothing was merged or went live. Choose a longer period, or fewer filters."
      />
    );
  }
  return (
    <>
      <Panel title="All together">
        <Totals all={data.all} />
      </Panel>
      <Panel title="By week">
        <FigureCharts weeks={data.weeks} />
      </Panel>
      <Panel
        title="By team"
        aside={
          <Button size="small" onClick={() => exportCsv(data)}>
            Export CSV
          </Button>
        }
      >
        <TeamTable teams={data.teams} />
      </Panel>
    </>
  );
}

/** How fast and how well changes come to be live, after the measures of dora.dev. */
export function FiguresPage() {
  const { query } = useFigureFilters();
  const { data, error } = useFigures(query);
  const changes = useRouteRef(rootRouteRef);
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 2, pb: 4 }}>
      <PageTitle title="Figures by team" />
      <Link to={changes()}>All changes</Link>
      <FigureFilters data={data} />
      {data && error && (
        <Alert severity="warning" variant="outlined">
          The last refresh failed: {error.message}
        </Alert>
      )}
      {data && <Figures data={data} />}
      {!data && error && <ResponseErrorPanel error={error} />}
      {!data && !error && (
        <Box role="status" aria-label="Loading the figures">
          <Skeleton variant="rounded" height={160} />
        </Box>
      )}
    </Box>
  );
}
