import { stringifyEntityRef } from '@backstage/catalog-model';
import { EmptyState } from '@backstage/core-components';
import { useEntity } from '@backstage/plugin-catalog-react';
import { SlipwayQueryProvider } from '@slipway/platform-react';
import { useEntityChanges } from '../../hooks/useEntityChanges';
import { ChangesResult } from '../ChangesTable/ChangesResult';

function EntityChanges() {
  const { entity } = useEntity();
  const { data, error } = useEntityChanges(stringifyEntityRef(entity));
  return (
    <ChangesResult
      label="Changes"
      data={data}
      error={error ?? undefined}
      select={() => true}
      empty={
        <EmptyState
          missing="content"
          title="No changes yet"
          description={`No recent pull request of the infrastructure repository touches ${entity.metadata.name}.`}
        />
      }
    />
  );
}

/** Tab of an entity: its changes, open ones first. */
export function EntityChangesContent() {
  return (
    <SlipwayQueryProvider>
      <EntityChanges />
    </SlipwayQueryProvider>
  );
}
