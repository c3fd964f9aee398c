import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import Typography from '@mui/material/Typography';
import { ChangeFollow, LinkedChange } from '@slipway/plugin-infra-prs-common';
import { changeRouteRef } from '../../../routes';

function ChangeLink({ change }: { change: LinkedChange }) {
  const changeRoute = useRouteRef(changeRouteRef);
  return (
    <>
      <Link to={changeRoute({ number: String(change.number) })}>
        #{change.number} {change.title}
      </Link>{' '}
      ({change.state})
    </>
  );
}

/** The change that takes this one back, and the one that it takes back. */
export function LinkedChanges({ follow }: { follow: ChangeFollow }) {
  const { reverts, revertedBy } = follow;
  return (
    <>
      {reverts && (
        <Typography variant="body2">
          It takes back <ChangeLink change={reverts} />
        </Typography>
      )}
      {revertedBy && (
        <Typography variant="body2">
          Taken back by <ChangeLink change={revertedBy} />
        </Typography>
      )}
    </>
  );
}
