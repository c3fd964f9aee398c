import { ReactNode } from 'react';
import Box from '@mui/material/Box';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { ChoiceButtons, SearchField } from '@slipway/platform-react';
import { RiskFilter, UrlFilters } from './useUrlFilters';

const RISK_LABELS: Readonly<Record<RiskFilter, string>> = {
  all: 'All',
  risky: 'With a risk',
  high: 'High risk',
};

interface UrlFilterBarProps<K extends string> {
  /** Of what. */
  readonly label: string;
  readonly findLabel: string;
  readonly filters: UrlFilters<K>;
  /** Those that can be chosen, with how many there are. */
  readonly kinds: ReadonlyArray<{ kind: K; word: string; count: number }>;
  /** A filter beside these. */
  readonly children?: ReactNode;
}

/** Narrows a list by words, by what happens and by what is at stake. */
export function UrlFilterBar<K extends string>(props: UrlFilterBarProps<K>) {
  const { filters } = props;
  return (
    <Box
      role="search"
      aria-label={props.label}
      sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, mb: 2 }}
    >
      <SearchField
        label={props.findLabel}
        value={filters.find}
        onChange={filters.setFind}
      />
      {props.children}
      <ToggleButtonGroup
        size="small"
        aria-label="What happens"
        value={filters.kinds}
        onChange={(_, chosen: K[]) => filters.setKinds(chosen)}
      >
        {props.kinds.map(({ kind, word, count }) => (
          <ToggleButton
            key={kind}
            value={kind}
            sx={{ px: 1.25, textTransform: 'none', color: 'text.primary' }}
          >
            {word} {count}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <ChoiceButtons
        label="What is at stake"
        choices={['all', 'risky', 'high']}
        labels={RISK_LABELS}
        value={filters.risk}
        onChange={filters.setRisk}
      />
    </Box>
  );
}
