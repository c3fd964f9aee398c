import { FormEvent, ReactNode, useId } from 'react';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';

interface DecisionDialogProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly confirmLabel: string;
  /** Why it cannot be confirmed yet. */
  readonly whyNot: string | undefined;
  readonly busy: boolean;
  readonly error: Error | undefined;
  onConfirm(): void;
  onClose(): void;
}

function Actions(props: DecisionDialogProps) {
  const { whyNot, busy, confirmLabel, onClose } = props;
  const id = useId();
  return (
    <DialogActions>
      {whyNot && (
        <Typography
          id={id}
          variant="body2"
          color="text.secondary"
          sx={{ mr: 'auto', pl: 2 }}
        >
          {whyNot}
        </Typography>
      )}
      <Button onClick={onClose}>Cancel</Button>
      <Button
        type="submit"
        variant="contained"
        color="error"
        disabled={whyNot !== undefined || busy}
        aria-describedby={whyNot ? id : undefined}
      >
        {confirmLabel}
      </Button>
    </DialogActions>
  );
}

/** Asks once more before something that is not easily taken back. */
export function DecisionDialog(props: DecisionDialogProps) {
  const { title, children, error, onClose } = props;
  const id = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!props.whyNot && !props.busy) props.onConfirm();
  };
  return (
    <Dialog open fullWidth maxWidth="sm" aria-labelledby={id} onClose={onClose}>
      <form onSubmit={submit}>
        <DialogTitle id={id}>{title}</DialogTitle>
        <DialogContent dividers sx={{ display: 'grid', gap: 2 }}>
          {children}
          {error && <Alert severity="error">{error.message}</Alert>}
        </DialogContent>
        <Actions {...props} />
      </form>
    </Dialog>
  );
}
