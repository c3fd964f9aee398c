import { Link } from '@backstage/core-components';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { RelativeTime, visuallyHidden } from '@slipway/platform-react';
import { RequestEvent } from '@slipway/plugin-infra-prs-common';
import { EVENT_ICONS } from './eventGroups';

function Who({ actor }: Pick<RequestEvent, 'actor'>) {
  if (actor?.entityRef) {
    return <EntityRefLink entityRef={actor.entityRef} defaultKind="user" />;
  }
  return actor?.login ? <>{actor.login}</> : null;
}

/** One thing that happened: who, what and when. */
export function TimelineRow({ event }: { event: RequestEvent }) {
  const { kind, outcome, actor, text, url, at } = event;
  const Icon = EVENT_ICONS[kind];
  const color = { success: 'success.main', failure: 'error.main' };
  return (
    <Box component="li" sx={{ display: 'flex', gap: 1, alignItems: 'start' }}>
      <Box
        sx={{
          pt: 0.25,
          color: outcome ? color[outcome] : 'text.secondary',
        }}
      >
        <Icon size={18} aria-hidden />
        {outcome === 'failure' && <span style={visuallyHidden}>Failed: </span>}
      </Box>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
          {text}
        </Typography>
        <Typography variant="caption" color="text.secondary">
          <RelativeTime value={at} />
          {actor && ', '}
          <Who actor={actor} />
          {url && (
            <>
              , <Link to={url}>on GitHub</Link>
            </>
          )}
        </Typography>
      </Box>
    </Box>
  );
}
