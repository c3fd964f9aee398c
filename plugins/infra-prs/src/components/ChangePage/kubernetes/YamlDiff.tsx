import { useMemo } from 'react';
import Box from '@mui/material/Box';
import { diffColours } from '../files/diffColours';
import { diffRows } from '../files/diffRows';
import { DiffRowView, RowContext } from '../files/DiffRowView';

const NOTHING = () => {};

/** Nobody speaks of lines of YAML that is in no file. */
const CONTEXT: Omit<RowContext, 'view'> = {
  viewed: new Set(),
  chosen: undefined,
  focus: undefined,
  onChoose: NOTHING,
  onToggle: NOTHING,
  onViewed: NOTHING,
};

/** Hunks of rendered YAML, before and after. */
export function YamlDiff(props: {
  readonly patch: string;
  readonly view: 'unified' | 'split';
}) {
  const { patch, view } = props;
  const rows = useMemo(() => {
    const file = { path: 'rendered.yaml', status: 'modified', patch };
    const sizes = { additions: 0, deletions: 0 };
    const all = diffRows([{ ...file, ...sizes }], {
      view,
      isOpen: () => true,
      below: () => [],
    });
    return all.filter(({ type }) => type !== 'file');
  }, [patch, view]);
  return (
    <Box role="group" aria-label="YAML before and after" sx={diffColours}>
      {rows.map(row => (
        <DiffRowView key={row.key} row={row} context={{ ...CONTEXT, view }} />
      ))}
    </Box>
  );
}
