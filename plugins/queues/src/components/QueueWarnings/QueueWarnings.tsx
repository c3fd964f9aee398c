import { CopyTextButton } from '@backstage/core-components';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import { QueueWarning } from '@slipway/plugin-queues-common';

const list = {
  listStyle: 'none',
  m: 0,
  p: 0,
  display: 'flex',
  flexDirection: 'column',
  gap: 1,
};

/** What about the set-up of a queue will hurt one day, with what to write in Terraform. */
export function QueueWarnings(props: {
  /** Of which queue, for screen readers. */
  queue: string;
  warnings: readonly QueueWarning[];
}) {
  if (props.warnings.length === 0) return null;
  return (
    <Box component="ul" aria-label={`Warnings of ${props.queue}`} sx={list}>
      {props.warnings.map(warning => (
        <li key={`${warning.code} ${warning.message}`}>
          <Warning warning={warning} />
        </li>
      ))}
    </Box>
  );
}

function Warning({ warning }: { warning: QueueWarning }) {
  const { severity, message, fix } = warning;
  return (
    <Alert
      severity={severity}
      variant="outlined"
      sx={{ py: 0.25, '& .v5-MuiAlert-message': { width: '100%' } }}
    >
      {message}
      <Box sx={{ display: 'flex', alignItems: 'flex-start', gap: 1, mt: 0.5 }}>
        <Box
          component="pre"
          sx={{
            m: 0,
            px: 1,
            py: 0.5,
            flexGrow: 1,
            borderRadius: 1,
            backgroundColor: 'action.hover',
            color: 'text.primary',
            fontSize: theme => theme.typography.caption.fontSize,
            whiteSpace: 'pre-wrap',
            overflowWrap: 'anywhere',
          }}
        >
          {fix}
        </Box>
        <CopyTextButton
          text={fix}
          tooltipText="Copied"
          variant="tertiary"
          aria-label={`Copy the fix: ${message}`}
        />
      </Box>
    </Alert>
  );
}
