import { useState } from 'react';
import { Link } from '@backstage/core-components';
import { usePermission } from '@backstage/plugin-permission-react';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { RelativeTime, StatusChip } from '@slipway/platform-react';
import {
  DetailedCheck,
  infraPrsRerunPermission,
} from '@slipway/plugin-infra-prs-common';
import { useRerunCheck } from '../../../hooks/useChecks';
import { CheckSummary } from '../CheckSummary';
import { CheckAnnotations } from './CheckAnnotations';
import { canRerun, checkLook, durationText } from './checkLook';

function Rerun({ number, id }: { number: number; id: number }) {
  const { allowed } = usePermission({ permission: infraPrsRerunPermission });
  const rerun = useRerunCheck(number);
  if (!allowed) return null;
  return (
    <>
      <Button
        size="small"
        disabled={rerun.isPending}
        onClick={() => rerun.mutate(id)}
      >
        {rerun.isPending ? 'Asking…' : 'Run again'}
      </Button>
      {rerun.isSuccess && (
        <Typography variant="body2" role="status">
          Asked for again, in your name.
        </Typography>
      )}
      {rerun.error && <Alert severity="error">{rerun.error.message}</Alert>}
    </>
  );
}

function Facts({ check }: { check: DetailedCheck }) {
  const parts = [
    check.required && 'needed for a merge',
    durationText(check),
    check.id === undefined && 'commit status',
  ].filter(Boolean);
  return (
    <Typography variant="caption" color="text.secondary" component="p">
      {parts.join(' · ')}
      {check.completedAt && (
        <>
          {parts.length > 0 && ' · '}finished{' '}
          <RelativeTime value={check.completedAt} />
        </>
      )}
    </Typography>
  );
}

/** The first words of a summary, or all of it. */
function Summary({ text }: { text: string }) {
  const [whole, setWhole] = useState(false);
  const isLong = /\n\s*\n\s*\S/.test(text);
  return (
    <>
      <CheckSummary text={text} whole={whole} />
      {isLong && (
        <Button
          size="small"
          aria-expanded={whole}
          onClick={() => setWhole(!whole)}
        >
          {whole ? 'Show less' : 'Show all it says'}
        </Button>
      )}
    </>
  );
}

/** A check with how it went, what it says of lines, and its log. */
export function CheckRow(props: { number: number; check: DetailedCheck }) {
  const { number, check } = props;
  const [status, label] = checkLook(check);
  return (
    <Box component="li" sx={{ display: 'flex', gap: 1.5, alignItems: 'start' }}>
      <Box sx={{ minWidth: 92 }}>
        <StatusChip status={status} label={label} />
      </Box>
      <Box sx={{ minWidth: 0 }}>
        {check.url ? <Link to={check.url}>{check.name}</Link> : check.name}
        <Facts check={check} />
        {check.summary && <Summary text={check.summary} />}
        <CheckAnnotations number={number} annotations={check.annotations} />
        {check.problem && (
          <Typography variant="body2" color="text.secondary">
            What it says of lines could not be read: {check.problem}
          </Typography>
        )}
        {check.id !== undefined && canRerun(check) && (
          <Rerun number={number} id={check.id} />
        )}
      </Box>
    </Box>
  );
}
