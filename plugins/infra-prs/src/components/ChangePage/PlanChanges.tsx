import { LongList } from './LongList';
import { PlanRow } from './planRows';
import { ResourceChange } from './ResourceChange';

/** Changes of a root as a list that stays quick with thousands of them. */
export function PlanChanges(props: {
  readonly label: string;
  readonly rows: readonly PlanRow[];
  isOpen(row: PlanRow): boolean;
  onToggle(row: PlanRow): void;
}) {
  const { label, rows, isOpen, onToggle } = props;
  return (
    <LongList label={label} rows={rows} keyOf={row => row.key}>
      {row => (
        <ResourceChange row={row} open={isOpen(row)} onToggle={onToggle} />
      )}
    </LongList>
  );
}
