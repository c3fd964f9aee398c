import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import { BoardResponse } from '@slipway/plugin-queues-common';
import { SlipwayQueryProvider, WidgetContent } from '@slipway/platform-react';
import { MY_TEAMS } from '../../board/boardQuery';
import { useBoard } from '../../hooks/useBoard';
import { queuesBoardRouteRef } from '../../routes';
import { DeadLettersRow } from './DeadLettersRow';
import { deadLettersOfTeams } from './deadLettersOfTeams';
import { NothingToDo } from './NothingToDo';

/** What fits on a first page; the board has the rest. */
const MOST_ROWS = 8;

/** Content of the widget on the home page: queues of the person's teams that have dead letters, the riskiest first. */
export function DeadLettersWidget() {
  return (
    <SlipwayQueryProvider>
      <Content />
    </SlipwayQueryProvider>
  );
}

function Content() {
  const { data, error } = useBoard();
  return (
    <WidgetContent label="dead letters of my teams" data={data} error={error}>
      {answer => <Queues answer={answer} />}
    </WidgetContent>
  );
}

function Queues({ answer }: { answer: BoardResponse }) {
  const { rows, unknown, ownsQueues } = deadLettersOfTeams(answer);
  const more = rows.length - MOST_ROWS;
  const board = useRouteRef(queuesBoardRouteRef);
  return (
    <>
      {unknown.length > 0 && (
        <Alert severity="warning" variant="outlined" sx={{ py: 0.25 }}>
          {unknown.length === 1 ? '1 queue' : `${unknown.length} queues`} could
          not be read: {unknown[0].message ?? 'AWS did not answer'}
        </Alert>
      )}
      {rows.length > 0 ? (
        <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {rows.slice(0, MOST_ROWS).map(row => (
            <DeadLettersRow key={row.id} row={row} />
          ))}
        </Box>
      ) : (
        <NothingToDo ownsQueues={ownsQueues} isSure={unknown.length === 0} />
      )}
      {ownsQueues && (
        <Box>
          <Link to={`${board()}?team=${MY_TEAMS}`}>
            {more > 0
              ? `${more} more with dead letters`
              : 'All queues of my teams'}
          </Link>
        </Box>
      )}
    </>
  );
}
