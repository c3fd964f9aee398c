import { useMemo } from 'react';
import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import { BoardResponse } from '@slipway/plugin-queues-common';
import { BoardQuery, MY_TEAMS } from '../../board/boardQuery';
import { refName } from '../../board/refName';
import { SearchField } from './SearchField';

const collator = new Intl.Collator('en', { numeric: true });

function choices(values: ReadonlyArray<string | undefined>): string[] {
  const known = new Set(values.flatMap(value => value ?? []));
  return [...known].sort((a, b) => collator.compare(refName(a), refName(b)));
}

function useChoices({ rows, mine }: BoardResponse) {
  return useMemo(() => {
    const owners = choices(rows.map(({ owner }) => owner));
    return {
      teams: mine.length > 0 ? [MY_TEAMS, ...owners] : owners,
      systems: choices(rows.map(({ system }) => system)),
      environments: choices(rows.map(({ environment }) => environment)),
    };
  }, [rows, mine]);
}

/** Which queues: by words, team, system and environment. */
export function BoardFilters(props: {
  board: BoardResponse;
  query: BoardQuery;
  onChange(changes: Partial<BoardQuery>): void;
}) {
  const { board, query, onChange } = props;
  const { teams, systems, environments } = useChoices(board);
  return (
    <Box
      role="search"
      aria-label="Queues"
      sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5 }}
    >
      <SearchField value={query.text} onChange={text => onChange({ text })} />
      <Choice
        label="Team"
        options={teams}
        value={query.team}
        onChange={team => onChange({ team })}
      />
      <Choice
        label="System"
        options={systems}
        value={query.system}
        onChange={system => onChange({ system })}
      />
      <Choice
        label="Environment"
        options={environments}
        value={query.environment}
        onChange={environment => onChange({ environment })}
      />
    </Box>
  );
}

function Choice(props: {
  label: string;
  options: readonly string[];
  value: string | undefined;
  onChange(value: string | undefined): void;
}) {
  const { label, options, value, onChange } = props;
  return (
    <Autocomplete
      size="small"
      sx={{ flex: '1 1 160px', maxWidth: 260 }}
      // A link may name what no row has any more.
      options={
        value && !options.includes(value) ? [value, ...options] : options
      }
      value={value ?? null}
      getOptionLabel={option =>
        option === MY_TEAMS ? 'My teams' : refName(option)
      }
      onChange={(_, chosen) => onChange(chosen ?? undefined)}
      renderInput={input => (
        <TextField {...input} label={label} placeholder="Everything" />
      )}
    />
  );
}
