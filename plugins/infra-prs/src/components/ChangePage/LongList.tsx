import { ReactNode, useRef } from 'react';
import Box from '@mui/material/Box';
import { useVirtualizer } from '@tanstack/react-virtual';

/** Longer lists scroll by themselves, and only what is in sight is there. */
const MANY = 60;
const ROW_HEIGHT = 40;

interface LongListProps<T> {
  readonly label: string;
  readonly rows: readonly T[];
  keyOf(row: T): string;
  children(row: T): ReactNode;
}

function Scrolled<T>({ label, rows, keyOf, children }: LongListProps<T>) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: index => keyOf(rows[index]),
    overscan: 10,
  });
  return (
    <Box
      ref={scroller}
      tabIndex={0}
      role="list"
      aria-label={label}
      sx={{
        height: '60vh',
        minHeight: 240,
        overflow: 'auto',
        border: 1,
        borderColor: 'divider',
        borderRadius: 1,
      }}
    >
      <Box
        role="presentation"
        sx={{ height: virtual.getTotalSize(), position: 'relative' }}
      >
        {virtual.getVirtualItems().map(({ key, index, start }) => (
          <Box
            key={key}
            ref={virtual.measureElement}
            data-index={index}
            role="listitem"
            aria-setsize={rows.length}
            aria-posinset={index + 1}
            sx={{ position: 'absolute', top: 0, left: 0, right: 0 }}
            style={{ transform: `translateY(${start}px)` }}
          >
            {children(rows[index])}
          </Box>
        ))}
      </Box>
    </Box>
  );
}

/** A list that stays quick with thousands of rows. */
export function LongList<T>(props: LongListProps<T>) {
  const { label, rows, keyOf, children } = props;
  if (rows.length > MANY) return <Scrolled {...props} />;
  return (
    <Box role="list" aria-label={label}>
      {rows.map(row => (
        <Box role="listitem" key={keyOf(row)}>
          {children(row)}
        </Box>
      ))}
    </Box>
  );
}
