import { useMemo } from 'react';
import Box from '@mui/material/Box';
import { FilterChoice, refName, SearchField } from '@slipway/platform-react';
import { BoardResponse } from '@slipway/plugin-queues-common';
import { BoardQuery, MY_TEAMS } from '../../board/boardQuery';

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

const teamName = (team: string) =>
  team === MY_TEAMS ? 'My teams' : refName(team);

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
      <FilterChoice
        label="Team"
        options={teams}
        value={query.team}
        labelOf={teamName}
        onChange={team => onChange({ team })}
      />
      <FilterChoice
        label="System"
        options={systems}
        value={query.system}
        labelOf={refName}
        onChange={system => onChange({ system })}
      />
      <FilterChoice
        label="Environment"
        options={environments}
        value={query.environment}
        onChange={environment => onChange({ environment })}
      />
    </Box>
  );
}
