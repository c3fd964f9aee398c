import { ReactNode, useState } from 'react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import {
  ChangeRequest,
  infraPrsApprovePermission,
  infraPrsMergePermission,
} from '@slipway/plugin-infra-prs-common';
import { useWhyDenied } from '../../hooks/useWhyDenied';
import { BulkDialog } from './BulkDialog';
import { BULK_VERBS, BulkVerb, isListedFor, VERB_LABELS } from './bulkRules';
import { Selection } from './useSelection';

function words(
  { selected, dropped }: Selection,
  listed: number,
): readonly string[] {
  const total = listed === 1 ? '1 change' : `${listed} changes`;
  const first =
    selected.length > 0 ? `${selected.length} of ${total} selected` : total;
  if (dropped === 0) return [first];
  return [
    first,
    `${dropped} no longer selected: not listed any more, or not to be decided about`,
  ];
}

/** Why the person may not decide; undefined where they may. */
function useDenied(): Readonly<Record<BulkVerb, string | undefined>> {
  return {
    approve: useWhyDenied(infraPrsApprovePermission),
    merge: useWhyDenied(infraPrsMergePermission),
  };
}

/** Says how many changes are listed and selected, with the buttons to decide about these. */
export function SelectionBar(props: {
  selection: Selection;
  listed: number;
  children: ReactNode;
}) {
  const { selection, listed, children } = props;
  const { selected, clear } = selection;
  const denied = useDenied();
  // What is decided about must not change while the list behind the dialog does.
  const [shown, setShown] = useState<{
    readonly verb: BulkVerb;
    readonly items: readonly ChangeRequest[];
  }>();
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, minHeight: 32 }}>
      <Typography
        variant="body2"
        color="text.secondary"
        role="status"
        sx={{ flexGrow: 1 }}
      >
        {words(selection, listed).join(' · ')}
      </Typography>
      {BULK_VERBS.map(verb => {
        const items = selected.filter(item => isListedFor(item, verb));
        return (
          items.length > 0 && (
            <Button
              key={verb}
              size="small"
              variant="contained"
              aria-haspopup="dialog"
              disabled={denied[verb] !== undefined}
              title={denied[verb]}
              onClick={() => setShown({ verb, items })}
            >
              {VERB_LABELS[verb]} {items.length}…
            </Button>
          )
        );
      })}
      {selected.length > 0 && (
        <Button size="small" onClick={clear}>
          Clear selection
        </Button>
      )}
      {children}
      {shown && (
        <BulkDialog
          {...shown}
          onClose={decided => {
            setShown(undefined);
            if (decided) clear();
          }}
        />
      )}
    </Box>
  );
}
