import { useId } from 'react';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogContentText from '@mui/material/DialogContentText';
import DialogTitle from '@mui/material/DialogTitle';
import { ChangeRequestDetail } from '@slipway/plugin-infra-prs-common';

/** Says what a revert does, and what it does not, before it is opened. */
export function RevertDialog(props: {
  change: ChangeRequestDetail;
  open: boolean;
  onClose(): void;
  onConfirm(): void;
}) {
  const id = useId();
  const { number, title } = props.change;
  return (
    <Dialog open={props.open} onClose={props.onClose} aria-labelledby={id}>
      <DialogTitle id={id}>Revert change {number}?</DialogTitle>
      <DialogContent>
        <DialogContentText>
          It opens a pull request, as you, that takes back “{title}”. Nothing
          changes yet: the revert has a plan of its own, somebody else has to
          approve it, and it takes effect once it is merged and applied.
        </DialogContentText>
        <DialogContentText sx={{ mt: 1 }}>
          Look at its plan for what gets destroyed: queues, tables and databases
          that the change created go with what is in them.
        </DialogContentText>
      </DialogContent>
      <DialogActions>
        <Button onClick={props.onClose}>Cancel</Button>
        <Button variant="contained" onClick={props.onConfirm}>
          Open the revert
        </Button>
      </DialogActions>
    </Dialog>
  );
}
