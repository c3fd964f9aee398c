import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import {
  EnvironmentChip,
  PageTitle,
  RelativeTime,
} from '@slipway/platform-react';
import { ChangeRequestDetail } from '@slipway/plugin-infra-prs-common';
import { rootRouteRef } from '../../routes';
import { StageChip } from '../ChangesTable/StageChip';
import { HeaderCounts } from './HeaderCounts';
import { PeopleLinks } from '../ChangesTable/PeopleLinks';

function Facts({ change }: { change: ChangeRequestDetail }) {
  return (
    <Typography variant="body2" color="text.secondary" component="p">
      <PeopleLinks entityRefs={change.requesters} author={change.author} />{' '}
      asked for this <RelativeTime value={change.createdAt} />
      {change.entityRef && (
        <>
          {' '}
          for <EntityRefLink entityRef={change.entityRef} />
        </>
      )}
      {' · '}last change <RelativeTime value={change.updatedAt} />
      {' · '}
      <Link to={change.url}>#{change.number} on GitHub</Link>
    </Typography>
  );
}

/** What the change is, who asked for it and when. */
export function ChangeHeader({ change }: { change: ChangeRequestDetail }) {
  const list = useRouteRef(rootRouteRef);
  return (
    <Box>
      <PageTitle title={`${change.title} #${change.number}`} />
      <Typography variant="body2">
        <Link to={list()}>All changes</Link>
      </Typography>
      <Box
        sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap' }}
      >
        <Typography
          variant="h4"
          component="h1"
          sx={{ m: 0, mr: 1, overflowWrap: 'anywhere' }}
        >
          {change.title}
        </Typography>
        <StageChip change={{ state: change.state, draft: change.draft }} />
        {change.environments.map(name => (
          <EnvironmentChip key={name} name={name} />
        ))}
      </Box>
      <Facts change={change} />
      <HeaderCounts change={change} />
    </Box>
  );
}
