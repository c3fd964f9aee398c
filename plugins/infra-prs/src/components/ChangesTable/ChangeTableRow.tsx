import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import Box from '@mui/material/Box';
import TableCell from '@mui/material/TableCell';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { EnvironmentChip, RelativeTime } from '@slipway/platform-react';
import { ChangeRequest } from '@slipway/plugin-infra-prs-common';
import { changeRouteRef } from '../../routes';
import { ChangeStateChip } from './ChangeStateChip';
import { ChecksChip } from './ChecksChip';
import { PeopleLinks } from './PeopleLinks';
import { PlanTotalsText } from './PlanTotalsText';

/** One change of a list. */
export function ChangeTableRow({ item }: { item: ChangeRequest }) {
  const link = useRouteRef(changeRouteRef);
  return (
    <TableRow>
      <TableCell component="th" scope="row" sx={{ maxWidth: 420 }}>
        <Link to={link({ number: String(item.number) })}>{item.title}</Link>
        <Typography variant="caption" color="text.secondary" display="block">
          #{item.number}
          {item.entityRef && (
            <>
              {' · '}
              <EntityRefLink entityRef={item.entityRef} />
            </>
          )}
          {item.viewer.canApprove && ' · waiting for your approval'}
        </Typography>
      </TableCell>
      <TableCell>
        <ChangeStateChip state={item.state} draft={item.draft} />
      </TableCell>
      <TableCell>
        <Box sx={{ display: 'flex', gap: 0.5, flexWrap: 'wrap' }}>
          {item.environments.map(name => (
            <EnvironmentChip key={name} name={name} />
          ))}
        </Box>
      </TableCell>
      <TableCell>
        <PeopleLinks entityRefs={item.requesters} author={item.author} />
      </TableCell>
      <TableCell>
        <ChecksChip checks={item.checks} />
      </TableCell>
      <TableCell>
        <PlanTotalsText totals={item.totals} />
      </TableCell>
      <TableCell sx={{ whiteSpace: 'nowrap' }}>
        <RelativeTime value={item.updatedAt} />
      </TableCell>
    </TableRow>
  );
}
