import { Link } from '@backstage/core-components';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { SourceStateAlert } from '@slipway/platform-react';
import {
  ChangeFollow,
  ChangeRequestDetail,
} from '@slipway/plugin-infra-prs-common';
import { ReactNode } from 'react';
import { useFollow } from '../../../hooks/useFollow';
import { ApplyProgress } from '../ApplyProgress';
import { Panel } from '../Panel';
import { AppliedRoots } from './AppliedRoots';
import { CreatedList } from './CreatedList';
import { FollowActions } from './FollowActions';
import { LifeStepper } from './LifeStepper';
import { LinkedChanges } from './LinkedChanges';
import { ProblemAlert } from './ProblemAlert';
import { RolloutRows } from './RolloutRows';

function Part(props: { title: string; children: ReactNode }) {
  return (
    <Box>
      <Typography variant="subtitle2" component="h3" sx={{ mb: 0.5 }}>
        {props.title}
      </Typography>
      {props.children}
    </Box>
  );
}

function Followed(props: {
  follow: ChangeFollow;
  change: ChangeRequestDetail;
}) {
  const { follow, change } = props;
  const [old] = follow.sources;
  return (
    <>
      {old && <SourceStateAlert result={old} />}
      {follow.rollouts.length > 0 && (
        <Part title="Where it runs">
          <RolloutRows rollouts={follow.rollouts} />
        </Part>
      )}
      {follow.created.length > 0 && (
        <Part title="Created">
          <CreatedList created={follow.created} />
        </Part>
      )}
      <LinkedChanges follow={follow} />
      <FollowActions follow={follow} change={change} />
    </>
  );
}

/** What became of a merged change: its whole life, the apply, where it runs, what it made, and what can be done about it. */
export function FollowPanel({ change }: { change: ChangeRequestDetail }) {
  const { data, error } = useFollow(change.number);
  const { life, apply } = change;
  return (
    <Panel title="What became of it">
      <Box sx={{ display: 'grid', gap: 2 }}>
        <LifeStepper life={life} />
        <ProblemAlert life={life} />
        <Part title="Terraform">
          {apply?.roots ? (
            <>
              <AppliedRoots roots={apply.roots} />
              {apply.url && <Link to={apply.url}>Log of the apply</Link>}
            </>
          ) : (
            <ApplyProgress change={change} />
          )}
        </Part>
        {error && (
          <Alert severity="warning" variant="outlined">
            Where it runs could not be read: {error.message}
          </Alert>
        )}
        {data && <Followed follow={data} change={change} />}
        {!data && !error && (
          <Box role="status" aria-label="Loading where it runs">
            <Skeleton variant="rounded" height={48} />
          </Box>
        )}
      </Box>
    </Panel>
  );
}
