import { useId } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogContentText from '@mui/material/DialogContentText';
import DialogTitle from '@mui/material/DialogTitle';
import { formatBytes, saveFile } from '@slipway/platform-react';
import { useMutation } from '@tanstack/react-query';
import { QueueLocator, queuesApiRef } from '../../api/QueuesApi';
import { exportFileName } from '../../words/exportFileName';
import { ActionErrorAlert } from '../ActionErrorAlert';

function useExport(queue: QueueLocator) {
  const api = useApi(queuesApiRef);
  return useMutation<{ name: string; size: number }, Error>({
    mutationFn: async () => {
      const file = await api.exportMessages(queue);
      const name = exportFileName(queue, 'dead-letters');
      saveFile(file, name);
      return { name, size: file.size };
    },
  });
}

/** Saves the messages as a file, after saying what that does. */
export function ExportDialog(props: { queue: QueueLocator; onClose(): void }) {
  const id = useId();
  const { mutate, isPending, data, error } = useExport(props.queue);
  return (
    <Dialog open maxWidth="sm" aria-labelledby={id} onClose={props.onClose}>
      <DialogTitle id={id}>Export dead letters</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 2 }}>
        <DialogContentText>
          Saves the messages of {props.queue.queue} as a file with one line of
          JSON for each. As when you look, that raises their receive count by
          one and hides them until the file is complete. Secrets are masked, but
          the rest may still be data of customers: keep the file accordingly.
        </DialogContentText>
        {error && <ActionErrorAlert error={error} />}
        {data && (
          <Alert severity="success" variant="outlined" role="status">
            {data.size === 0
              ? 'There was no message to save: the file is empty.'
              : `Saved ${data.name}, ${formatBytes(data.size)}.`}
          </Alert>
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={props.onClose}>Close</Button>
        <Button
          variant="contained"
          disabled={isPending}
          onClick={() => mutate()}
        >
          {isPending ? 'Reading messages…' : 'Download NDJSON'}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
