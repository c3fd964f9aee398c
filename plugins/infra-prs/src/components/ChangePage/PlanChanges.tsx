import { useRef } from 'react';
import Box from '@mui/material/Box';
import { useVirtualizer } from '@tanstack/react-virtual';
import { PlanRow } from './planRows';
import { ResourceChange } from './ResourceChange';

/** Longer lists scroll by themselves, and only what is in sight is there. */
const MANY = 60;
const ROW_HEIGHT = 40;

interface Changes {
  readonly label: string;
  readonly rows: readonly PlanRow[];
  isOpen(row: PlanRow): boolean;
  onToggle(row: PlanRow): void;
}

function ManyChanges({ label, rows, isOpen, onToggle }: Changes) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: index => rows[index].key,
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
            <ResourceChange
              row={rows[index]}
              open={isOpen(rows[index])}
              onToggle={() => onToggle(rows[index])}
            />
          </Box>
        ))}
      </Box>
    </Box>
  );
}

/** Changes of a root as a list that stays quick with thousands of them. */
export function PlanChanges(props: Changes) {
  const { label, rows, isOpen, onToggle } = props;
  if (rows.length > MANY) return <ManyChanges {...props} />;
  return (
    <Box role="list" aria-label={label}>
      {rows.map(row => (
        <Box role="listitem" key={row.key}>
          <ResourceChange
            row={row}
            open={isOpen(row)}
            onToggle={() => onToggle(row)}
          />
        </Box>
      ))}
    </Box>
  );
}
