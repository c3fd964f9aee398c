import { stringifyEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import {
  RelativeTime,
  SlipwayCard,
  SlipwayQueryProvider,
  SourceStateAlert,
} from '@slipway/platform-react';
import { ChangeRequest } from '@slipway/plugin-infra-prs-common';
import { useEntityChanges } from '../../hooks/useEntityChanges';
import { changeRouteRef } from '../../routes';
import { ChecksChip } from '../ChangesTable/ChecksChip';

function OpenChange({ item }: { item: ChangeRequest }) {
  const link = useRouteRef(changeRouteRef);
  return (
    <Box component="li" sx={{ display: 'flex', gap: 2, alignItems: 'center' }}>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Link to={link({ number: String(item.number) })}>{item.title}</Link>
        <Typography variant="caption" color="text.secondary" display="block">
          {item.environments.join(', ')} ·{' '}
          <RelativeTime value={item.updatedAt} />
        </Typography>
      </Box>
      <ChecksChip checks={item.checks} />
    </Box>
  );
}

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
          <Box
            component="ul"
            sx={{ m: 0, p: 0, display: 'grid', gap: 1, listStyle: 'none' }}
          >
            {open.map(item => (
              <OpenChange key={item.number} item={item} />
            ))}
          </Box>
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
