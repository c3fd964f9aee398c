import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Typography from '@mui/material/Typography';
import { MAX_SELECTED, PeekedMessage } from '@slipway/plugin-queues-common';
import { MessageSelection } from '../../hooks/useMessageSelection';
import { GuardedButton } from '../GuardedButton';

/** @internal */
export interface SelectionBarProps {
  readonly messages: readonly PeekedMessage[];
  readonly selection: MessageSelection;
  /** Why messages cannot be sent back. */
  readonly whyNot: string | undefined;
  onRedrive(): void;
}

/** Chooses all that is shown, and sends what is chosen back. */
export function SelectionBar(props: SelectionBarProps) {
  const { selection, whyNot, onRedrive } = props;
  const { size } = selection.chosen;
  const nothing =
    size === 0 ? `Choose messages first, ${MAX_SELECTED} at most` : undefined;
  return (
    <Box
      sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}
    >
      <ChooseShown {...props} />
      {size > 0 && (
        <Button size="small" onClick={selection.clear}>
          Choose none
        </Button>
      )}
      <GuardedButton
        size="small"
        variant="outlined"
        whyNot={whyNot ?? nothing}
        onClick={onRedrive}
      >
        {size === 0 ? 'Send chosen back…' : `Send ${size} chosen back…`}
      </GuardedButton>
    </Box>
  );
}

function ChooseShown({ messages, selection }: SelectionBarProps) {
  const { chosen, choose } = selection;
  const shown = messages.map(({ id }) => id).slice(0, MAX_SELECTED);
  const count = shown.filter(id => chosen.has(id)).length;
  const isCut = messages.length > MAX_SELECTED;
  return (
    <FormControlLabel
      sx={{ flex: 1, m: 0, whiteSpace: 'nowrap' }}
      control={
        <Checkbox
          size="small"
          checked={count > 0 && count === shown.length}
          indeterminate={count > 0 && count < shown.length}
          onChange={(_, wanted) => choose(shown, wanted)}
        />
      }
      label={
        <Typography variant="body2">
          {isCut ? `The first ${MAX_SELECTED}` : `All ${messages.length} shown`}
        </Typography>
      }
    />
  );
}
