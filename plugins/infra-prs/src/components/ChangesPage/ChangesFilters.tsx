import { useMemo } from 'react';
import Box from '@mui/material/Box';
import {
  ChoiceButtons,
  FilterChoice,
  refName,
  SearchField,
} from '@slipway/platform-react';
import {
  ChangeRequest,
  RISK_SEVERITIES,
} from '@slipway/plugin-infra-prs-common';
import {
  CHANGE_STATES,
  ChangesQuery,
  ChangeView,
  StateFilter,
} from '../../list/changesQuery';

const STATES: Readonly<Record<StateFilter, string>> = {
  open: 'Open',
  merged: 'Merged',
  closed: 'Closed',
  failed: 'Failed',
  all: 'All',
};

const collator = new Intl.Collator('en', { numeric: true });

function choices(values: readonly string[]): string[] {
  return [...new Set(values)].sort((a, b) =>
    collator.compare(refName(a), refName(b)),
  );
}

const riskLabel = (risk: string) =>
  risk === 'critical' ? 'Critical' : `At least ${risk}`;

interface FiltersProps {
  readonly items: readonly ChangeRequest[];
  readonly query: ChangesQuery;
  readonly view: ChangeView;
  readonly state: StateFilter;
  onChange(changes: Partial<ChangesQuery>): void;
}

/** Which changes: by state, words, environment, owner and risk. */
export function ChangesFilters(props: FiltersProps) {
  const { query, view, state, onChange } = props;
  return (
    <Box
      role="search"
      aria-label="Changes"
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: 1.5,
      }}
    >
      {/* What waits for somebody is open. */}
      {view !== 'waiting' && (
        <ChoiceButtons
          label="State"
          value={state}
          choices={CHANGE_STATES}
          labels={STATES}
          onChange={chosen => onChange({ state: chosen })}
        />
      )}
      <SearchField value={query.text} onChange={text => onChange({ text })} />
      <Choices {...props} />
    </Box>
  );
}

function Choices({ items, query, onChange }: FiltersProps) {
  const environments = useMemo(
    () => choices(items.flatMap(item => item.environments)),
    [items],
  );
  const owners = useMemo(
    () => choices(items.flatMap(item => item.owner ?? [])),
    [items],
  );
  return (
    <>
      <FilterChoice
        label="Environment"
        options={environments}
        value={query.environment}
        onChange={environment => onChange({ environment })}
      />
      <FilterChoice
        label="Owner"
        options={owners}
        value={query.owner}
        labelOf={refName}
        onChange={owner => onChange({ owner })}
      />
      <FilterChoice
        label="Risk"
        options={RISK_SEVERITIES}
        value={query.risk}
        labelOf={riskLabel}
        onChange={value =>
          onChange({ risk: RISK_SEVERITIES.find(risk => risk === value) })
        }
      />
    </>
  );
}
