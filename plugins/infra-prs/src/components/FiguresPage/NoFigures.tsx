import { EmptyState } from '@backstage/core-components';
import Button from '@mui/material/Button';
import { DoraAnswer } from '@slipway/plugin-infra-prs-common';
import { useFigureFilters } from './useFigureFilters';

const NONE_YET =
  'Figures are counted from changes that were merged while the portal followed them. Each needs: a pull request of the infrastructure repository that is merged, the check slipway/apply on its merge commit for when it was applied, and, where something rolls out, Argo CD or ECS in the tab Deployments of its entity for when it was live. Teams come from the owners in the catalog.';

function narrowedBy(query: ReturnType<typeof useFigureFilters>['query']) {
  const { environment, template, team } = query;
  return environment ?? template ?? team;
}

/** In place of figures: why there are none, and what it takes. */
export function NoFigures({ data }: { data: DoraAnswer }) {
  const { query, set } = useFigureFilters();
  if (data.kept === 0) {
    return (
      <EmptyState
        missing="data"
        title="No figures yet"
        description={NONE_YET}
      />
    );
  }
  const narrowed = narrowedBy(query) !== undefined;
  return (
    <EmptyState
      missing="data"
      title="No changes in this period"
      description={`Nothing was merged or went live in the last ${
        query.days
      } days${narrowed ? ', of what the filters ask for' : ''}.`}
      action={
        query.days < 90 ? (
          <Button variant="outlined" onClick={() => set('days', '90')}>
            Show 90 days
          </Button>
        ) : undefined
      }
    />
  );
}
