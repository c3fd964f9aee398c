import { useId, useState } from 'react';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { ChoiceButtons } from '@slipway/platform-react';
import { ChangeRequest } from '@slipway/plugin-infra-prs-common';
import { bulkCandidates, BulkVerb, whyNotChosen } from './bulkCandidates';
import { BulkRow } from './BulkRow';
import { ReadChange, useBulkDecision, useReadChanges } from './useBulkDecision';

const VERBS = { approve: 'Approve', merge: 'Merge' } as const;

function whyNot(
  { change, error }: ReadChange,
  verb: BulkVerb,
): string | undefined {
  if (error) return `It could not be read: ${error.message}`;
  return change ? whyNotChosen(change, verb) : 'It is being read…';
}

/** What is on the screen, what of it is chosen, and what became of it. */
function useBulk(items: readonly ChangeRequest[], verb: BulkVerb) {
  const candidates = bulkCandidates(items, verb);
  const read = useReadChanges(candidates.map(({ number }) => number));
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  const decision = useBulkDecision();
  const rows = candidates.map((item, index) => {
    const reason = whyNot(read[index], verb);
    const { number } = item;
    return {
      item,
      change: read[index].change,
      whyNot: reason,
      chosen: reason === undefined && !left.has(number),
      outcome: decision.data?.results.find(each => each.number === number),
    };
  });
  const choose = (number: number, chosen: boolean) =>
    setLeft(before => {
      const after = new Set(before);
      if (chosen) after.delete(number);
      else after.add(number);
      return after;
    });
  const changes = rows.flatMap(({ chosen, change }) =>
    chosen && change ? [change] : [],
  );
  return { rows, choose, changes, decision };
}

function Rows({ rows, choose }: ReturnType<typeof useBulk>) {
  if (rows.length === 0) {
    return (
      <Typography variant="body2" color="text.secondary">
        No change of this list can be decided about this way.
      </Typography>
    );
  }
  return (
    <Box
      component="ul"
      aria-label="Changes to decide about"
      sx={{ m: 0, p: 0, listStyle: 'none' }}
    >
      {rows.map(row => (
        <BulkRow
          key={row.item.number}
          {...row}
          onChoose={chosen => choose(row.item.number, chosen)}
        />
      ))}
    </Box>
  );
}

function Actions(props: {
  verb: BulkVerb;
  bulk: ReturnType<typeof useBulk>;
  onClose(): void;
}) {
  const { verb, bulk, onClose } = props;
  const { changes, decision } = bulk;
  const label = `${VERBS[verb]} ${changes.length}`;
  return (
    <DialogActions>
      <Button onClick={onClose}>{decision.data ? 'Close' : 'Cancel'}</Button>
      {!decision.data && (
        <Button
          variant="contained"
          disabled={changes.length === 0 || decision.isPending}
          onClick={() => decision.mutate({ decision: verb, changes })}
        >
          {decision.isPending ? `${label}: under way…` : label}
        </Button>
      )}
    </DialogActions>
  );
}

/** Approves or merges several low-risk changes; each is still checked by itself. */
export function BulkDialog(props: {
  items: readonly ChangeRequest[];
  onClose(): void;
}) {
  const { items, onClose } = props;
  const id = useId();
  const [verb, setVerb] = useState<BulkVerb>('approve');
  const bulk = useBulk(items, verb);
  const { decision } = bulk;
  const change = (to: BulkVerb) => {
    decision.reset();
    setVerb(to);
  };
  return (
    <Dialog open fullWidth maxWidth="md" aria-labelledby={id} onClose={onClose}>
      <DialogTitle id={id}>Decide about several changes</DialogTitle>
      <DialogContent dividers sx={{ display: 'grid', gap: 2 }}>
        <ChoiceButtons
          label="Decision"
          value={verb}
          choices={['approve', 'merge']}
          labels={VERBS}
          onChange={change}
        />
        <Typography variant="body2">
          Only what is low-risk can be chosen. Each is decided as you see it
          here, by itself, as you.
        </Typography>
        <Rows {...bulk} />
        {decision.error && (
          <Alert severity="error">{decision.error.message}</Alert>
        )}
      </DialogContent>
      <Actions verb={verb} bulk={bulk} onClose={onClose} />
    </Dialog>
  );
}
