import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { RelativeTime } from '@slipway/platform-react';
import { ChangeRequest } from '@slipway/plugin-infra-prs-common';
import { sinceOf } from '../../list/changeColumns';
import { changeRouteRef } from '../../routes';
import { waitWords } from '../../words/taskWords';
import { StageChip } from './StageChip';

function wordsOf(item: ChangeRequest): string {
  const { number, environments, fromForm, author } = item;
  return [
    `#${number}`,
    environments.join(', '),
    waitWords(item),
    fromForm ? undefined : `opened on GitHub by ${author}`,
  ]
    .filter(Boolean)
    .join(' · ');
}

/** A change in two lines: what it is, and where it stands since when. */
export function ChangeLine({ item }: { item: ChangeRequest }) {
  const link = useRouteRef(changeRouteRef);
  return (
    <Box
      component="li"
      sx={{
        display: 'flex',
        gap: 2,
        alignItems: 'center',
        py: 0.75,
        borderBottom: '1px solid',
        borderColor: 'divider',
        '&:last-of-type': { borderBottom: 'none' },
      }}
    >
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Typography variant="body1" noWrap title={item.title}>
          <Link to={link({ number: String(item.number) })}>{item.title}</Link>
        </Typography>
        <Typography
          variant="caption"
          color="text.secondary"
          display="block"
          noWrap
        >
          {wordsOf(item)}
        </Typography>
      </Box>
      <Box sx={{ textAlign: 'right', flexShrink: 0 }}>
        <StageChip change={item} />
        <Typography variant="caption" color="text.secondary" display="block">
          <RelativeTime value={sinceOf(item)} />
        </Typography>
      </Box>
    </Box>
  );
}
