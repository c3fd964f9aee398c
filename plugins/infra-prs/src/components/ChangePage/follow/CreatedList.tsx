import { EntityRefLink } from '@backstage/plugin-catalog-react';
import Box from '@mui/material/Box';
import { EnvironmentChip } from '@slipway/platform-react';
import { CreatedThing, resourceWord } from '@slipway/plugin-infra-prs-common';

const SHOWN = 12;

/** What is there now and was not before; linked to its page where the catalog has it. */
export function CreatedList({ created }: { created: readonly CreatedThing[] }) {
  const more = created.length - SHOWN;
  return (
    <Box
      component="ul"
      aria-label="Created resources"
      sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 0.5 }}
    >
      {created.slice(0, SHOWN).map(thing => (
        <Box
          component="li"
          key={`${thing.environment}/${thing.type}/${thing.name}`}
          sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}
        >
          <EnvironmentChip name={thing.environment} />
          <span>
            {resourceWord(thing.type)}{' '}
            {thing.entityRef ? (
              <EntityRefLink entityRef={thing.entityRef}>
                {thing.name}
              </EntityRefLink>
            ) : (
              <strong>{thing.name}</strong>
            )}{' '}
            created
          </span>
        </Box>
      ))}
      {more > 0 && <li>… and {more} more</li>}
    </Box>
  );
}
