import { useMemo } from 'react';
import { Progress, ResponseErrorPanel } from '@backstage/core-components';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { SlipwayCard } from '@slipway/platform-react';
import { Topology } from '@slipway/plugin-queues-common';
import { useTopology } from '../../hooks/useTopology';
import { filterTopology } from './filterTopology';
import { TopologyGraph } from './TopologyGraph';
import { TopologyTable } from './TopologyTable';

/** Who sends to the queues of the entity, who takes from them, and where messages end that nobody could handle. */
export function QueuesTopology(props: { environment: string | undefined }) {
  const { environment } = props;
  const { data, error, isPending } = useTopology();
  // Another object is laid out anew.
  const topology = useMemo(
    () => data && filterTopology(data, environment),
    [data, environment],
  );
  if (error && !topology) return <ResponseErrorPanel error={error} />;
  if (isPending || !topology) return <Progress />;
  return (
    <SlipwayCard title="Topology" error={error ?? undefined}>
      <Shown topology={topology} />
    </SlipwayCard>
  );
}

function Shown({ topology }: { topology: Topology }) {
  const { nodes, edges, notes } = topology;
  return (
    <>
      {notes.map(note => (
        <Alert key={note} severity="info" variant="outlined" sx={{ py: 0.25 }}>
          {note}
        </Alert>
      ))}
      {nodes.length === 0 ? (
        <Typography variant="body2" color="text.secondary">
          Nothing is known to send to these queues or to take from them.
        </Typography>
      ) : (
        <>
          <TopologyGraph topology={topology} />
          {edges.length > 0 && (
            <Box component="details">
              <Typography component="summary" variant="body2">
                The same as a table
              </Typography>
              <TopologyTable topology={topology} />
            </Box>
          )}
        </>
      )}
    </>
  );
}
