import { Link } from '@backstage/core-components';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import Box from '@mui/material/Box';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';
import { RelativeTime, StatusChip } from '@slipway/platform-react';
import { ChangeCommit, safeText } from '@slipway/plugin-infra-prs-common';
import { Panel } from './Panel';
import { verificationWords } from './verificationWords';

function Verification({ verification }: ChangeCommit) {
  if (!verification) return null;
  const { verified, reason } = verification;
  const words = verificationWords(verified, reason);
  return (
    <Tooltip title={words}>
      <Box
        component="span"
        tabIndex={0}
        aria-label={`${verified ? 'Verified' : 'Unverified'}: ${words}`}
      >
        <StatusChip
          status={verified ? 'ok' : 'unknown'}
          label={verified ? 'Verified' : 'Unverified'}
        />
      </Box>
    </Tooltip>
  );
}

function Commit({ commit }: { commit: ChangeCommit }) {
  const { sha, url, message, author, authorRef, authoredAt } = commit;
  return (
    <Box sx={{ display: 'flex', gap: 1.5, alignItems: 'start' }}>
      <Box sx={{ minWidth: 92 }}>
        <Verification {...commit} />
      </Box>
      <Box sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
        <Link to={url}>{sha.slice(0, 7)}</Link>{' '}
        {safeText(message.split('\n', 1)[0])}
        <Typography variant="caption" color="text.secondary" component="p">
          {authorRef ? (
            <EntityRefLink entityRef={authorRef} defaultKind="user" />
          ) : (
            safeText(author)
          )}
          {authoredAt && (
            <>
              , <RelativeTime value={authoredAt} />
            </>
          )}
        </Typography>
      </Box>
    </Box>
  );
}

/** Commits of the change, newest last, each with what GitHub says of its signature. */
export function CommitsPanel(props: { commits: readonly ChangeCommit[] }) {
  return (
    <Panel title="Commits">
      <Box
        component="ul"
        aria-label="Commits"
        sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 1 }}
      >
        {props.commits.map(commit => (
          <li key={commit.sha}>
            <Commit commit={commit} />
          </li>
        ))}
      </Box>
    </Panel>
  );
}
