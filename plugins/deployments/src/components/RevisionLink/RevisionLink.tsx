import { Link } from '@backstage/core-components';
import Box from '@mui/material/Box';
import { Revision } from '@slipway/plugin-deployments-common';

/** Commit ids in short, everything else as it is. */
function shortName(sha: string): string {
  return /^[0-9a-f]{40,64}$/.test(sha) ? sha.slice(0, 7) : sha;
}

/** A revision with links to its commit and to the pull request it came with. */
export function RevisionLink(props: {
  revision: Revision;
  /** Adds the first line of the commit message. */
  withMessage?: boolean;
}) {
  const { sha, url, message, pullRequest } = props.revision;
  const name = <code title={sha}>{shortName(sha)}</code>;
  return (
    <Box
      component="span"
      sx={{ display: 'inline-flex', flexWrap: 'wrap', columnGap: 1 }}
    >
      {url ? <Link to={url}>{name}</Link> : name}
      {pullRequest && (
        <Link to={pullRequest.url} title={pullRequest.title}>
          PR #{pullRequest.number}
        </Link>
      )}
      {props.withMessage && message && <span>{message}</span>}
    </Box>
  );
}
