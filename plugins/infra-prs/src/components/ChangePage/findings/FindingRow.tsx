import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { ChangeFinding } from '@slipway/plugin-infra-prs-common';
import { Link as RouterLink } from 'react-router-dom';
import { anchorOf } from '../files/useLineAnchor';

/** Where it is, as a link into the differences where the change touches the file. */
function Place(props: {
  readonly finding: ChangeFinding;
  readonly filesPath: string;
}) {
  const { path, line, isNew } = props.finding;
  if (path === undefined) return null;
  const text = line === undefined ? path : `${path}:${line}`;
  const mono = { fontFamily: 'monospace', overflowWrap: 'anywhere' } as const;
  if (isNew === false) {
    return (
      <Typography variant="body2" sx={mono}>
        {text}
      </Typography>
    );
  }
  const place =
    line === undefined ? undefined : ({ path, side: 'RIGHT', line } as const);
  return (
    <Link
      component={RouterLink}
      to={`${props.filesPath}${anchorOf({ path, ...(place && { place }) })}`}
      variant="body2"
      sx={{ ...mono, display: 'block' }}
    >
      {text}
    </Link>
  );
}

function Rule({ finding }: { finding: ChangeFinding }) {
  const { tool, rule, url, helpUri, environment } = finding;
  const page = url ?? helpUri;
  const name = `${tool}: ${rule}`;
  return (
    <Typography variant="caption" color="text.secondary" component="p">
      {page === undefined ? (
        name
      ) : (
        <Link href={page} target="_blank" rel="noopener noreferrer">
          {name}
        </Link>
      )}
      {environment !== undefined && ` · ${environment}`}
    </Typography>
  );
}

/** One finding: what, where, who says so and why. */
export function FindingRow(props: {
  readonly finding: ChangeFinding;
  readonly filesPath: string;
}) {
  const { finding, filesPath } = props;
  const { message, help, isNew } = finding;
  return (
    <Box sx={{ py: 1, borderBottom: 1, borderColor: 'divider' }}>
      <Typography
        variant="body2"
        sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}
      >
        {message}
        {isNew === true && (
          <Box component="span" sx={{ color: 'warning.main', ml: 1 }}>
            new
          </Box>
        )}
      </Typography>
      <Place finding={finding} filesPath={filesPath} />
      {help !== undefined && help !== message && (
        <Typography
          variant="body2"
          color="text.secondary"
          sx={{ overflowWrap: 'anywhere' }}
        >
          {help}
        </Typography>
      )}
      <Rule finding={finding} />
    </Box>
  );
}
