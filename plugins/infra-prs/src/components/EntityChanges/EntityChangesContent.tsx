import { useState } from 'react';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { EmptyState } from '@backstage/core-components';
import { useEntity } from '@backstage/plugin-catalog-react';
import { SlipwayQueryProvider } from '@slipway/platform-react';
import { useEntityChanges } from '../../hooks/useEntityChanges';
import { ChangeSort } from '../../list/changesQuery';
import { ChangesResult } from '../ChangesTable/ChangesResult';
import { ChangesTable } from '../ChangesTable/ChangesTable';

function EntityChanges() {
  const { entity } = useEntity();
  const { data, error } = useEntityChanges(stringifyEntityRef(entity));
  const [sort, setSort] = useState<ChangeSort>();
  return (
    <ChangesResult label="Changes" data={data} error={error ?? undefined}>
      {({ items }) =>
        items.length > 0 ? (
          <ChangesTable
            label="Changes"
            items={items}
            sort={sort}
            onSort={setSort}
          />
        ) : (
          <EmptyState
            missing="content"
            title="No changes yet"
            description={`No recent pull request of the infrastructure repository touches ${entity.metadata.name}.`}
          />
        )
      }
    </ChangesResult>
  );
}

/** Tab of an entity: its changes, open ones first, also those that were opened on GitHub. */
export function EntityChangesContent() {
  return (
    <SlipwayQueryProvider>
      <EntityChanges />
    </SlipwayQueryProvider>
  );
}
