import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { StatusChip, StatusKind } from '@slipway/platform-react';
import { PreviewFinding } from '../api/previewSchemas';
import { PreviewCard } from './PreviewCard';
import { FilePlace } from './useFileTree';

type Severity = PreviewFinding['severity'];

const CHIPS: Readonly<
  Record<Severity, { status: StatusKind; label: string; title: string }>
> = {
  error: {
    status: 'error',
    label: 'error',
    title: 'Nothing is created before it is solved',
  },
  warning: {
    status: 'warning',
    label: 'warning',
    title: 'Think about it before you go on',
  },
  info: { status: 'unknown', label: 'note', title: 'Good to know' },
};
const ORDER: readonly Severity[] = ['error', 'warning', 'info'];

const sentence = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`);

function summary(findings: readonly PreviewFinding[]): string {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  if (errors > 0) {
    return `${errors} ${errors === 1 ? 'error blocks' : 'errors block'} this`;
  }
  return findings.length === 0
    ? 'All checks passed'
    : `${findings.length} to look at`;
}

/** Of the worst finding. */
function overallStatus(worst: PreviewFinding | undefined): StatusKind {
  if (!worst) return 'ok';
  return CHIPS[worst.severity].status;
}

function FindingRow(props: {
  finding: PreviewFinding;
  open(place: FilePlace): void;
}) {
  const { finding, open } = props;
  const { file, line, message, reason, fix } = finding;
  const place = line ? `${file}:${line}` : file;
  return (
    <Box component="li" sx={{ display: 'flex', gap: 1.5 }}>
      <Box sx={{ flexShrink: 0, width: 84 }}>
        <StatusChip {...CHIPS[finding.severity]} />
      </Box>
      <Box sx={{ minWidth: 0 }}>
        <Typography variant="body2" sx={{ fontWeight: 600 }}>
          {sentence(message)}
        </Typography>
        <Typography variant="body2" color="text.secondary">
          {sentence(reason)}
          {fix && ` ${sentence(fix)}`}
        </Typography>
        <Link
          component="button"
          type="button"
          variant="caption"
          onClick={() =>
            open({ repository: 'infrastructure', path: file, line })
          }
          sx={{ textAlign: 'left', overflowWrap: 'anywhere' }}
        >
          {place}
        </Link>
      </Box>
    </Box>
  );
}

const LIST = {
  listStyle: 'none',
  m: 0,
  p: 0,
  display: 'flex',
  flexDirection: 'column',
  gap: 1.5,
  maxHeight: 360,
  overflow: 'auto',
};

/** What the checks found: what, why, and what to do. */
export function FindingsPanel(props: {
  findings: readonly PreviewFinding[];
  open(place: FilePlace): void;
}) {
  const { findings, open } = props;
  const sorted = [...findings].sort(
    (a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity),
  );
  return (
    <PreviewCard
      title="Checks"
      note={
        <StatusChip
          status={overallStatus(sorted[0])}
          label={summary(findings)}
        />
      }
    >
      {sorted.length === 0 ? (
        <Typography variant="body2" color="text.secondary">
          Syntax, schema, format and the platform&apos;s rules.
        </Typography>
      ) : (
        <Box component="ul" sx={LIST}>
          {sorted.map((finding, index) => (
            <FindingRow key={index} finding={finding} open={open} />
          ))}
        </Box>
      )}
    </PreviewCard>
  );
}
