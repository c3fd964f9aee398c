import { useContext } from 'react';
import Checkbox from '@mui/material/Checkbox';
import { ChangeRequest, MAX_BULK } from '@slipway/plugin-infra-prs-common';
import { SelectionContext } from './SelectionContext';

/** Chooses a row, or says why it cannot be chosen. Space does the same on the row, which is what Tab reaches. */
export function SelectRow({ item }: { item: ChangeRequest }) {
  const selection = useContext(SelectionContext);
  if (!selection) return null;
  const whyNot = selection.whyNot(item);
  return (
    <span title={whyNot} data-row-control>
      <Checkbox
        size="small"
        disableRipple
        checked={selection.has(item)}
        disabled={whyNot !== undefined}
        onChange={() => selection.toggle(item)}
        inputProps={{
          'aria-label': `Select #${item.number} ${item.title}`,
          title: whyNot,
          tabIndex: -1,
        }}
      />
    </span>
  );
}

/** Chooses all of the list that can be decided about in one go, or none. */
export function SelectAll() {
  const selection = useContext(SelectionContext);
  if (!selection) return null;
  const { selectable, selected, selectAll, clear } = selection;
  const most = Math.min(selectable, MAX_BULK);
  const all = most > 0 && selected.length >= most;
  const words =
    selectable > MAX_BULK
      ? `Select the first ${MAX_BULK} that can be decided about`
      : `Select all ${selectable} that can be decided about`;
  const why = 'None of these can be decided about as one of many';
  return (
    <span title={selectable > 0 ? words : why}>
      <Checkbox
        size="small"
        disableRipple
        checked={all}
        indeterminate={selected.length > 0 && !all}
        disabled={selectable === 0}
        onChange={all ? clear : selectAll}
        inputProps={{ 'aria-label': words }}
      />
    </span>
  );
}
