import {
  AnnotationProblems,
  SlipwayCard,
  SlipwayQueryProvider,
} from '@slipway/platform-react';
import { useDeployments } from '../../hooks/useDeployments';
import { NoDeployments } from '../NoDeployments';
import { DeploymentRow } from './DeploymentRow';
import Box from '@mui/material/Box';

/** What of an entity runs where, one row per environment. @public */
export function DeploymentsCard() {
  return (
    <SlipwayQueryProvider>
      <Card />
    </SlipwayQueryProvider>
  );
}

function Card() {
  const { data, isPending, error } = useDeployments();
  const { deployments = [], problems = [] } = data ?? {};
  const times = deployments.flatMap(({ asOf }) => asOf ?? []).sort();
  return (
    <SlipwayCard
      title="Deployments"
      loading={isPending}
      error={error ?? undefined}
      asOf={times[0]}
      empty={<NoDeployments />}
    >
      {deployments.length + problems.length > 0 ? (
        <>
          <AnnotationProblems problems={problems} />
          <Box
            component="ul"
            aria-label="Deployments by environment"
            sx={{ m: 0, p: 0, listStyle: 'none' }}
          >
            {deployments.map((result, index) => (
              <DeploymentRow
                key={`${result.source.environment} ${result.source.target} ${index}`}
                result={result}
              />
            ))}
          </Box>
        </>
      ) : undefined}
    </SlipwayCard>
  );
}
