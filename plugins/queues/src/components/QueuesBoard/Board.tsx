import { EmptyState } from '@backstage/core-components';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useSavedViews, ViewsMenu } from '@slipway/platform-react';
import { BoardResponse } from '@slipway/plugin-queues-common';
import { formatBoardQuery } from '../../board/boardQuery';
import { useBoardColumns } from '../../hooks/useBoardColumns';
import { useBoardQuery } from '../../hooks/useBoardQuery';
import { useBoardRows } from '../../hooks/useBoardRows';
import { BoardFilters } from './BoardFilters';
import { BoardTable } from './BoardTable';
import { ColumnsMenu } from './ColumnsMenu';
import { CostButton } from './CostButton';
import { ExportButton } from './ExportButton';
import { RiskStrip } from './RiskStrip';

const VIEWS = { bucket: 'slipway-queues', key: 'board-views' };

const toolbar = {
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 1,
};

/** The rows with all that narrows, sorts and keeps them. */
export function Board({ board }: { board: BoardResponse }) {
  const { query, change, show, isBare } = useBoardQuery();
  const { ids, columns, choose } = useBoardColumns({ query, change });
  const views = useSavedViews({ place: VIEWS, isBare, show });
  const { filtered, rows } = useBoardRows(board, query);
  return (
    <>
      <BoardFilters board={board} query={query} onChange={change} />
      <Box sx={toolbar}>
        <RiskStrip
          rows={filtered}
          chosen={query.risks}
          onChange={risks => change({ risks })}
        />
        <Box sx={{ flexGrow: 1 }} />
        <CostButton />
        <ViewsMenu
          views={views}
          current={formatBoardQuery(query).toString()}
          onShow={show}
        />
        <ColumnsMenu chosen={ids} onChange={choose} />
        <ExportButton rows={rows} columns={columns} />
      </Box>
      {rows.length > 0 ? (
        <BoardTable
          rows={rows}
          columns={columns}
          sort={query.sort}
          onSort={sort => change({ sort })}
        />
      ) : (
        <NoMatch total={board.rows.length} onReset={() => show('')} />
      )}
    </>
  );
}

function NoMatch(props: { total: number; onReset(): void }) {
  return (
    <EmptyState
      missing="content"
      title="No queue matches"
      description={`None of ${props.total} queues is what the filters ask for.`}
      action={
        <Button variant="outlined" onClick={props.onReset}>
          Show everything
        </Button>
      }
    />
  );
}
