import { Fragment } from 'react';
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

type Source = NonNullable<ChangeFinding['sources']>[number];

const WAYS: Readonly<Record<Source['way'], string>> = {
  plan_check: 'CI',
  code_scanning: 'code scanning',
};

/** Who told it; the way only where that is not the same for all. */
function SourceName(props: { source: Source; withWay: boolean }) {
  const { tool, rule, way, url } = props.source;
  const name = `${tool}: ${rule}`;
  return (
    <>
      {url === undefined ? (
        name
      ) : (
        <Link href={url} target="_blank" rel="noopener noreferrer">
          {name}
        </Link>
      )}
      {props.withWay && ` (${WAYS[way]})`}
    </>
  );
}

function sourcesOf(finding: ChangeFinding): readonly Source[] {
  const { tool, rule, url, helpUri, sources } = finding;
  const page = url ?? helpUri;
  return sources ?? [{ tool, rule, way: 'plan_check', url: page }];
}

function Rule({ finding }: { finding: ChangeFinding }) {
  const { environment } = finding;
  const sources = sourcesOf(finding);
  return (
    <Typography
      variant="caption"
      color="text.secondary"
      component="p"
      sx={{ overflowWrap: 'anywhere' }}
    >
      {sources.map((source, index) => (
        <Fragment key={`${source.tool} ${source.rule} ${source.way}`}>
          {index > 0 && ' · '}
          <SourceName source={source} withWay={sources.length > 1} />
        </Fragment>
      ))}
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
