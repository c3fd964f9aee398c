import { useEffect, useRef } from 'react';
import Box from '@mui/material/Box';
import { RiArrowDownSLine, RiArrowRightSLine } from '@remixicon/react';
import { FileRow } from './fileRows';
import { StatusMark } from './StatusMark';
import { FileTreeState } from './useFileTree';

interface RowProps {
  readonly row: FileRow;
  readonly tree: FileTreeState;
  readonly focused: boolean;
}

function TreeRow({ row, tree, focused }: RowProps) {
  const ref = useRef<HTMLLIElement>(null);
  const current = tree.current === row.key;
  const selected = row.file !== undefined && row.file === tree.selected;
  const unfolded = row.file ? undefined : !tree.folded.has(row.key);
  // The focus follows the arrow keys, and never comes to the tree by itself.
  useEffect(() => {
    if (current && focused) ref.current?.focus();
  }, [current, focused]);
  const Icon = unfolded ? RiArrowDownSLine : RiArrowRightSLine;
  return (
    <Box
      component="li"
      ref={ref}
      role="treeitem"
      aria-level={row.level}
      aria-expanded={unfolded}
      aria-selected={selected}
      tabIndex={current ? 0 : -1}
      onClick={() => tree.activate(row)}
      sx={theme => ({
        display: 'flex',
        alignItems: 'center',
        cursor: 'pointer',
        borderRadius: 1,
        py: 0.25,
        pr: 1,
        pl: row.level * 1.5 - 1,
        fontWeight: row.level === 1 ? 600 : 400,
        fontSize: theme.typography.body2.fontSize,
        overflowWrap: 'anywhere',
        bgcolor: selected ? theme.palette.action.selected : undefined,
        '&:hover': { bgcolor: theme.palette.action.hover },
        '&:focus-visible': {
          outline: `2px solid ${theme.palette.primary.main}`,
          outlineOffset: -2,
        },
      })}
    >
      <Box component="span" aria-hidden sx={{ width: 20, flexShrink: 0 }}>
        {unfolded !== undefined && <Icon size={16} />}
      </Box>
      {row.label}
      <StatusMark status={row.file?.status} />
    </Box>
  );
}

/** Folders and files, by repository. */
export function FileTree({ tree }: { tree: FileTreeState }) {
  const ref = useRef<HTMLUListElement>(null);
  const focused = ref.current?.contains(document.activeElement) ?? false;
  return (
    <Box
      component="ul"
      ref={ref}
      role="tree"
      aria-label="Files"
      onKeyDown={tree.onKeyDown}
      sx={{ listStyle: 'none', m: 0, p: 0 }}
    >
      {tree.rows.map(row => (
        <TreeRow key={row.key} row={row} tree={tree} focused={focused} />
      ))}
    </Box>
  );
}
