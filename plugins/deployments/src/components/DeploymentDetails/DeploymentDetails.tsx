import { Link } from '@backstage/core-components';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { Deployment } from '@slipway/plugin-deployments-common';
import { DeploymentFacts } from './DeploymentFacts';
import { EventList } from './EventList';
import { HistoryTable } from './HistoryTable';
import { ResourceTable } from './ResourceTable';

/** The state of one deployment in words, its facts, what is wrong with it, and its history. */
export function DeploymentDetails(props: { deployment: Deployment }) {
  const { deployment } = props;
  const { consoleUrl, platform, resources, events, history } = deployment;
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 2 }}>
      <Box
        sx={{
          display: 'flex',
          flexWrap: 'wrap',
          alignItems: 'baseline',
          columnGap: 2,
        }}
      >
        <Typography variant="body1">{deployment.summary}</Typography>
        {consoleUrl && (
          <Link to={consoleUrl}>
            {platform === 'ecs' ? 'Open in the ECS console' : 'Open in Argo CD'}
          </Link>
        )}
      </Box>
      {deployment.phase !== 'missing' && (
        <DeploymentFacts deployment={deployment} />
      )}
      {resources.length > 0 && <ResourceTable resources={resources} />}
      {events.length > 0 && <EventList events={events} />}
      {history.length > 0 && <HistoryTable history={history} />}
    </Box>
  );
}
