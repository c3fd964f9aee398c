import { ChangeRequestDetail } from '@slipway/plugin-infra-prs-common';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { BlockerList } from './BlockerList';
import { DecisionPanel } from './deciding/DecisionPanel';
import { FollowPanel } from './follow/FollowPanel';
import { LifeStepper } from './follow/LifeStepper';
import { Panel } from './Panel';

/** What has to happen for the change to take effect, and the buttons for it. */
export function NextPanel({ change }: { change: ChangeRequestDetail }) {
  if (change.state === 'merged') {
    return <FollowPanel change={change} />;
  }
  return (
    <Panel title="What has to happen next">
      <Box sx={{ mb: 2 }}>
        <LifeStepper life={change.life} />
      </Box>
      {change.blockers.length > 0 ? (
        <BlockerList number={change.number} blockers={change.blockers} />
      ) : (
        <Typography>Nothing is missing: it can be merged.</Typography>
      )}
      <DecisionPanel change={change} />
    </Panel>
  );
}
