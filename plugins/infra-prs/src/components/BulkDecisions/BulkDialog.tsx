import { useId, useState } from 'react';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { ChangeRequest } from '@slipway/plugin-infra-prs-common';
import { BulkVerb, VERB_LABELS, whyNotChosen } from './bulkRules';
import { BulkRow } from './BulkRow';
import { ReadChange, useBulkDecision, useReadChanges } from './useBulkDecision';

function whyNot(
  { change, error }: ReadChange,
  verb: BulkVerb,
): string | undefined {
  if (error) return `It could not be read: ${error.message}`;
  return change ? whyNotChosen(change, verb) : 'It is being read…';
}

/** What is on the screen, what of it is chosen, and what became of it. */
function useBulk(items: readonly ChangeRequest[], verb: BulkVerb) {
  const read = useReadChanges(items.map(({ number }) => number));
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  const decision = useBulkDecision();
  const rows = items.map((item, index) => {
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
  const label = `${VERB_LABELS[verb]} ${changes.length}`;
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

/** Asks once more before several low-risk changes are approved or merged; each is still checked by itself. */
export function BulkDialog(props: {
  verb: BulkVerb;
  items: readonly ChangeRequest[];
  /** Whether anything was tried. */
  onClose(decided: boolean): void;
}) {
  const { verb, items } = props;
  const id = useId();
  const bulk = useBulk(items, verb);
  const { decision } = bulk;
  const close = () => props.onClose(decision.data !== undefined);
  const of = items.length === 1 ? '1 change' : `${items.length} changes`;
  return (
    <Dialog open fullWidth maxWidth="md" aria-labelledby={id} onClose={close}>
      <DialogTitle id={id}>
        {VERB_LABELS[verb]} {of}
      </DialogTitle>
      <DialogContent dividers sx={{ display: 'grid', gap: 2 }}>
        <Typography variant="body2">
          Each is decided as you see it here, by itself, as you.
        </Typography>
        <Rows {...bulk} />
        {decision.error && (
          <Alert severity="error">{decision.error.message}</Alert>
        )}
      </DialogContent>
      <Actions verb={verb} bulk={bulk} onClose={close} />
    </Dialog>
  );
}
