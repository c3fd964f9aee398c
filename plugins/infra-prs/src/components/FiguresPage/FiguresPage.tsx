import { Link, ResponseErrorPanel } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { PageTitle } from '@slipway/platform-react';
import { DoraAnswer } from '@slipway/plugin-infra-prs-common';
import { useFigures } from '../../hooks/useFigures';
import { rootRouteRef } from '../../routes';
import { Panel } from '../ChangePage/Panel';
import { FigureCharts } from './FigureCharts';
import { FigureFilters } from './FigureFilters';
import { frequencyText, rateText, spreadText } from './figureTexts';
import { GroupPanel } from './GroupPanel';
import { NoFigures } from './NoFigures';
import { useFigureFilters } from './useFigureFilters';

function Totals({ data: { all, failureDays } }: { data: DoraAnswer }) {
  const within = failureDays === 1 ? '1 day' : `${failureDays} days`;
  const facts = [
    ['Went live', frequencyText(all)],
    ['Lead time, request to live', spreadText(all.leadTime)],
    ['Wait for review, plan to approval', spreadText(all.reviewWait)],
    [`Failed, or taken back within ${within}`, rateText(all)],
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

function Figures({ data }: { data: DoraAnswer }) {
  if (data.all.merged + data.all.live === 0) return <NoFigures data={data} />;
  return (
    <>
      <Panel title="All together">
        <Totals data={data} />
      </Panel>
      <Panel title="By week">
        <FigureCharts weeks={data.weeks} />
      </Panel>
      <GroupPanel data={data} />
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
