import { useId } from 'react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';

/** A button that says beside it why it cannot be pressed. */
export function DecisionButton(props: {
  label: string;
  busyLabel: string;
  busy: boolean;
  reason: string | undefined;
  disabled: boolean;
  primary: boolean;
  onClick(): void;
}) {
  const id = useId();
  return (
    <Box sx={{ display: 'flex', gap: 1.5, alignItems: 'center' }}>
      <Button
        variant={props.primary ? 'contained' : 'outlined'}
        disabled={props.disabled}
        aria-describedby={props.reason ? id : undefined}
        onClick={props.onClick}
        sx={{ minWidth: 120, flexShrink: 0 }}
      >
        {props.busy ? props.busyLabel : props.label}
      </Button>
      {props.reason && (
        <Typography id={id} variant="body2" color="text.secondary">
          {props.reason}
        </Typography>
      )}
    </Box>
  );
}
