import { KeyboardEvent, useEffect, useRef } from 'react';
import Box from '@mui/material/Box';
import { useVirtualizer } from '@tanstack/react-virtual';
import { diffColours } from './diffColours';
import { DiffRow } from './diffRows';
import { DiffRowView, RowContext } from './DiffRowView';

/** Longer lists scroll by themselves, and only what is in sight is there. */
const MANY = 400;
const HEIGHTS = { file: 52, note: 44, hunk: 20, line: 20, below: 120 };

interface ListProps {
  readonly rows: readonly DiffRow[];
  readonly context: RowContext;
  /** Row to move to; a new object moves there again. */
  readonly target: { readonly index: number } | undefined;
}

function ManyRows({ rows, context, target }: ListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: index => HEIGHTS[rows[index].type],
    getItemKey: index => rows[index].key,
    overscan: 20,
  });
  useEffect(() => {
    if (target) virtual.scrollToIndex(target.index, { align: 'start' });
  }, [target, virtual]);
  return (
    <Box
      ref={scroller}
      sx={{ height: '80vh', minHeight: 320, overflow: 'auto' }}
    >
      <Box
        role="presentation"
        sx={{ height: virtual.getTotalSize(), position: 'relative' }}
      >
        {virtual.getVirtualItems().map(({ key, index, start }) => (
          <div
            key={key}
            ref={virtual.measureElement}
            data-index={index}
            data-file={rows[index].file.path}
            style={{
              position: 'absolute',
              top: 0,
              left: 0,
              right: 0,
              transform: `translateY(${start}px)`,
            }}
          >
            <DiffRowView row={rows[index]} context={context} />
          </div>
        ))}
      </Box>
    </Box>
  );
}

function FewRows({ rows, context, target }: ListProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!target) return;
    list.current?.children[target.index]?.scrollIntoView?.({ block: 'start' });
  }, [target]);
  return (
    <div ref={list}>
      {rows.map(row => (
        <div key={row.key} data-file={row.file.path}>
          <DiffRowView row={row} context={context} />
        </div>
      ))}
    </div>
  );
}

function isWriting({ target }: KeyboardEvent): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

/** All differences as one list that stays quick, whatever its length; j and k walk from file to file. */
export function DiffList(
  props: ListProps & {
    /** From the file that the keyboard is at. */
    onWalk(step: 1 | -1, from: string | undefined): void;
  },
) {
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { j: 1, k: -1 }[event.key];
    const modified = event.ctrlKey || event.metaKey || event.altKey;
    if ((step !== 1 && step !== -1) || modified || isWriting(event)) return;
    event.preventDefault();
    const { target } = event;
    const row = target instanceof Element && target.closest('[data-file]');
    props.onWalk(step, (row && row.getAttribute('data-file')) || undefined);
  };
  const List = props.rows.length > MANY ? ManyRows : FewRows;
  return (
    <Box
      role="group"
      aria-label="Differences"
      aria-keyshortcuts="j k"
      tabIndex={-1}
      onKeyDown={onKeyDown}
      sx={[{ minWidth: 0 }, diffColours]}
    >
      <List {...props} />
    </Box>
  );
}
