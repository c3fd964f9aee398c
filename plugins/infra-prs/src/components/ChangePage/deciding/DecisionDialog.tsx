import { FormEvent, ReactNode, useId } from 'react';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';

/** Asks once more before something that is not easily taken back. */
export function DecisionDialog(props: {
  title: string;
  children: ReactNode;
  confirmLabel: string;
  /** Why it cannot be confirmed yet. */
  whyNot: string | undefined;
  busy: boolean;
  error: Error | undefined;
  onConfirm(): void;
  onClose(): void;
}) {
  const id = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!props.whyNot && !props.busy) props.onConfirm();
  };
  return (
    <Dialog
      open
      fullWidth
      maxWidth="sm"
      aria-labelledby={id}
      onClose={props.onClose}
    >
      <form onSubmit={submit}>
        <DialogTitle id={id}>{props.title}</DialogTitle>
        <DialogContent dividers sx={{ display: 'grid', gap: 2 }}>
          {props.children}
          {props.error && <Alert severity="error">{props.error.message}</Alert>}
        </DialogContent>
        <DialogActions>
          {props.whyNot && (
            <Typography
              id={`${id}-why`}
              variant="body2"
              color="text.secondary"
              sx={{ mr: 'auto', pl: 2 }}
            >
              {props.whyNot}
            </Typography>
          )}
          <Button onClick={props.onClose}>Cancel</Button>
          <Button
            type="submit"
            variant="contained"
            color="error"
            disabled={props.whyNot !== undefined || props.busy}
            aria-describedby={props.whyNot ? `${id}-why` : undefined}
          >
            {props.confirmLabel}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
