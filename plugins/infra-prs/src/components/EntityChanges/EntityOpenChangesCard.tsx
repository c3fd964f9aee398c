import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import Typography from '@mui/material/Typography';
import {
  SlipwayCard,
  SlipwayQueryProvider,
  SourceStateAlert,
} from '@slipway/platform-react';
import { useEntityChanges } from '../../hooks/useEntityChanges';
import { ChangeLines } from '../ChangesTable/ChangeLines';

function OpenChanges() {
  const { entity } = useEntity();
  const { data, error, isPending } = useEntityChanges(
    stringifyEntityRef(entity),
  );
  const open = data?.items.filter(item => item.state === 'open') ?? [];
  return (
    <SlipwayCard
      title="Open changes"
      loading={isPending}
      error={error ?? undefined}
      empty={
        <Typography variant="body2" color="text.secondary">
          No change to its infrastructure is waiting.
        </Typography>
      }
    >
      {data && open.length > 0 && (
        <>
          <SourceStateAlert result={data.source} />
          <ChangeLines items={open} />
        </>
      )}
    </SlipwayCard>
  );
}

/** Card of an entity: its open changes. */
export function EntityOpenChangesCard() {
  return (
    <SlipwayQueryProvider>
      <OpenChanges />
    </SlipwayQueryProvider>
  );
}
