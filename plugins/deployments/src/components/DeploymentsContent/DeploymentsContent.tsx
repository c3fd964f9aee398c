import { SourceResult } from '@slipway/platform-common';
import {
  AnnotationProblems,
  CardStack,
  SlipwayCard,
  SlipwayQueryProvider,
  SourceStateAlert,
} from '@slipway/platform-react';
import { Deployment } from '@slipway/plugin-deployments-common';
import { useDeployments } from '../../hooks/useDeployments';
import { DeploymentDetails } from '../DeploymentDetails';
import { NoDeployments } from '../NoDeployments';
import { PhaseChip } from '../PhaseChip';

/** All about what of an entity runs where. @public */
export function DeploymentsContent() {
  return (
    <SlipwayQueryProvider>
      <Content />
    </SlipwayQueryProvider>
  );
}

function Content() {
  const { data, isPending, error } = useDeployments();
  const { deployments = [], problems = [] } = data ?? {};
  if (deployments.length === 0) {
    return (
      <SlipwayCard
        title="Deployments"
        loading={isPending}
        error={error ?? undefined}
        empty={<NoDeployments />}
        skeletonHeight={220}
      >
        {problems.length > 0 ? (
          <AnnotationProblems problems={problems} />
        ) : undefined}
      </SlipwayCard>
    );
  }
  return (
    <CardStack>
      {problems.length > 0 && <AnnotationProblems problems={problems} />}
      {deployments.map((result, index) => (
        <DeploymentSection
          key={`${result.source.environment} ${result.source.target} ${index}`}
          result={result}
          error={error ?? undefined}
        />
      ))}
    </CardStack>
  );
}

function DeploymentSection(props: {
  result: SourceResult<Deployment>;
  error?: Error;
}) {
  const { result, error } = props;
  const { data: deployment, source, asOf } = result;
  const name = deployment?.name ?? source.target;
  return (
    <SlipwayCard
      title={[source.environment, name].filter(Boolean).join(': ')}
      asOf={asOf}
      error={error}
      action={deployment && <PhaseChip deployment={deployment} />}
    >
      <>
        <SourceStateAlert result={result} />
        {deployment && <DeploymentDetails deployment={deployment} />}
      </>
    </SlipwayCard>
  );
}
