import { useId, useState } from 'react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import ListItemText from '@mui/material/ListItemText';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { RiArrowDownSLine } from '@remixicon/react';
import { ChangeRequestDetail } from '@slipway/plugin-infra-prs-common';
import { BreakGlassDialog } from './BreakGlassDialog';
import { CloseDialog } from './CloseDialog';
import { DialogName, MenuEntry, menuItems } from './menuItems';
import { DecisionRights } from './useDecisionRights';
import { Decisions } from './useDecisions';

function colorOf(off: boolean, danger = false): string | undefined {
  if (off) return 'text.disabled';
  return danger ? 'error' : undefined;
}

/** A line that cannot be used keeps the focus, so that its reason can be read with a keyboard. */
function Entry(props: { entry: MenuEntry; onChoose(): void }) {
  const { label, whyNot, danger } = props.entry;
  const off = whyNot !== undefined;
  return (
    <MenuItem
      aria-disabled={off || undefined}
      disableRipple={off}
      onClick={off ? undefined : props.onChoose}
      sx={{ maxWidth: 420, whiteSpace: 'normal' }}
    >
      <ListItemText
        primary={label}
        secondary={whyNot}
        primaryTypographyProps={{
          color: colorOf(off, danger),
        }}
      />
    </MenuItem>
  );
}

function Dialogs(props: {
  open: DialogName | undefined;
  change: ChangeRequestDetail;
  decisions: Decisions;
  onClose(): void;
}) {
  const { open, ...rest } = props;
  if (open === 'close') return <CloseDialog {...rest} />;
  return open === 'break-glass' ? <BreakGlassDialog {...rest} /> : null;
}

/** Everything beside the next step. */
export function DecisionMenu(props: {
  change: ChangeRequestDetail;
  decisions: Decisions;
  rights: DecisionRights;
}) {
  const { change, decisions, rights } = props;
  const id = useId();
  const [anchor, setAnchor] = useState<HTMLElement>();
  const [dialog, setDialog] = useState<DialogName>();
  const close = () => setAnchor(undefined);
  const choose = ({ does }: MenuEntry) => {
    close();
    if (typeof does === 'string') setDialog(does);
    else decisions.decide(does);
  };
  const entries = menuItems(change, decisions.text, rights).map(entry => (
    <Entry key={entry.label} entry={entry} onChoose={() => choose(entry)} />
  ));
  const onClose = () => setDialog(undefined);
  return (
    <Box>
      <Button
        id={`${id}-button`}
        disabled={decisions.busy}
        aria-haspopup="menu"
        aria-expanded={anchor !== undefined}
        aria-controls={anchor ? `${id}-menu` : undefined}
        endIcon={<RiArrowDownSLine size={18} aria-hidden />}
        onClick={event => setAnchor(event.currentTarget)}
      >
        More decisions
      </Button>
      <Menu
        id={`${id}-menu`}
        anchorEl={anchor}
        open={anchor !== undefined}
        onClose={close}
        MenuListProps={{ 'aria-labelledby': `${id}-button` }}
      >
        {entries}
      </Menu>
      <Dialogs {...{ open: dialog, change, decisions, onClose }} />
    </Box>
  );
}
