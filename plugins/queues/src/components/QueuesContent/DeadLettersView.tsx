import { lazy, Suspense } from 'react';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { Progress } from '@backstage/core-components';
import { useEntity } from '@backstage/plugin-catalog-react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { RiArrowLeftLine } from '@remixicon/react';
import { EnvironmentChip } from '@slipway/platform-react';
import { DeadLettersView as View } from '../../hooks/useDeadLettersView';

// Most who look at queues never open messages.
const DeadLettersPanel = lazy(() =>
  import('../DeadLettersPanel').then(m => ({ default: m.DeadLettersPanel })),
);

/** The messages of one dead-letter queue, in place of the list of queues. */
export function DeadLettersView(props: { view: View; onClose(): void }) {
  const { environment, queue } = props.view;
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  return (
    <Box component="section" aria-labelledby="slipway-dead-letters">
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5, mb: 2 }}>
        <Button
          size="small"
          startIcon={<RiArrowLeftLine size={16} aria-hidden />}
          onClick={props.onClose}
        >
          All queues
        </Button>
        <Typography variant="h6" component="h2" id="slipway-dead-letters">
          {queue}
        </Typography>
        <EnvironmentChip name={environment} />
      </Box>
      <Suspense fallback={<Progress />}>
        <DeadLettersPanel
          key={`${environment}/${queue}`}
          locator={{ entityRef, environment, queue }}
        />
      </Suspense>
    </Box>
  );
}
