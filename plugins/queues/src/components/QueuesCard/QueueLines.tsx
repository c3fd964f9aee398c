import { stringifyEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { useEntity } from '@backstage/plugin-catalog-react';
import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { QueuesResponse } from '@slipway/plugin-queues-common';
import { useQueueLink } from '../../hooks/useQueueLink';
import { byTrouble } from '../../words/byTrouble';
import { QueueLine } from './QueueLine';

const MAX_LINES = 8;
const HEADS = ['Queue', 'Waiting', 'Oldest', 'Drain time', 'Dead letters'];

/** Many queues, one line for each, those that need somebody first. */
export function QueueLines({ queues }: Pick<QueuesResponse, 'queues'>) {
  const { entity } = useEntity();
  const link = useQueueLink();
  const shown = [...queues].sort(byTrouble).slice(0, MAX_LINES);
  const more = queues.length - shown.length;
  return (
    <Box sx={{ overflowX: 'auto' }}>
      <Table size="small" aria-label="Queues">
        <TableHead>
          <TableRow>
            {HEADS.map((head, index) => (
              <TableCell
                key={head}
                align={index === 0 ? 'left' : 'right'}
                sx={{ whiteSpace: 'nowrap' }}
              >
                {head}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {shown.map(result => (
            <QueueLine
              key={`${result.source.environment} ${result.source.target}`}
              result={result}
            />
          ))}
        </TableBody>
      </Table>
      {more > 0 && (
        <Box sx={{ mt: 1 }}>
          <Link to={link({ entityRef: stringifyEntityRef(entity) })}>
            All {queues.length} queues
          </Link>
        </Box>
      )}
    </Box>
  );
}
