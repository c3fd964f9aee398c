import Alert from '@mui/material/Alert';
import { SourceResult } from '@slipway/platform-common';
import { RelativeTime } from '../time/RelativeTime';
import {
  sourceName,
  sourceStateKind,
  sourceStateLabel,
} from './sourceStateText';

const SEVERITIES = {
  ok: 'success',
  warning: 'warning',
  error: 'error',
  progress: 'info',
  unknown: 'info',
} as const;

/** Why a source shows nothing, or old data, and what to do. Nothing at all for a good one. @public */
export function SourceStateAlert(props: { result: SourceResult<unknown> }) {
  const { state, source, message, fix, asOf } = props.result;
  if (state === 'ok' || (state === 'stale' && !message)) {
    return null;
  }
  return (
    <Alert
      severity={SEVERITIES[sourceStateKind(state)]}
      variant="outlined"
      sx={{ py: 0.25 }}
    >
      <strong>
        {sourceStateLabel(state)}: {sourceName(source)}.
      </strong>{' '}
      {message && `${message}. `}
      {fix && `${fix}. `}
      {asOf && (
        <>
          Shown as of <RelativeTime value={asOf} />.
        </>
      )}
    </Alert>
  );
}
