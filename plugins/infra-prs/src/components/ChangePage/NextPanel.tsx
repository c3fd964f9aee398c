import { ChangeRequestDetail } from '@slipway/plugin-infra-prs-common';
import Typography from '@mui/material/Typography';
import { ApplyProgress } from './ApplyProgress';
import { BlockerList } from './BlockerList';
import { DecisionPanel } from './deciding/DecisionPanel';
import { Panel } from './Panel';

/** What has to happen for the change to take effect, and the buttons for it. */
export function NextPanel({ change }: { change: ChangeRequestDetail }) {
  if (change.state === 'merged') {
    return (
      <Panel title="What became of it">
        <ApplyProgress change={change} />
      </Panel>
    );
  }
  return (
    <Panel title="What has to happen next">
      {change.blockers.length > 0 ? (
        <BlockerList blockers={change.blockers} />
      ) : (
        <Typography>Nothing is missing: it can be merged.</Typography>
      )}
      <DecisionPanel change={change} />
    </Panel>
  );
}
