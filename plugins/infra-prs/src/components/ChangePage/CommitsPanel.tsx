import { Link } from '@backstage/core-components';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { RelativeTime } from '@slipway/platform-react';
import { ChangeCommit } from '@slipway/plugin-infra-prs-common';
import { Panel } from './Panel';

/** Commits of the change, newest last. */
export function CommitsPanel(props: { commits: readonly ChangeCommit[] }) {
  return (
    <Panel title="Commits">
      <Box
        component="ul"
        aria-label="Commits"
        sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 1 }}
      >
        {props.commits.map(commit => (
          <Box component="li" key={commit.sha}>
            <Link to={commit.url}>{commit.sha.slice(0, 7)}</Link>{' '}
            {commit.message.split('\n', 1)[0]}
            <Typography variant="caption" color="text.secondary" sx={{ ml: 1 }}>
              {commit.author}
              {commit.authoredAt && (
                <>
                  , <RelativeTime value={commit.authoredAt} />
                </>
              )}
            </Typography>
          </Box>
        ))}
      </Box>
    </Panel>
  );
}
