import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { ChoiceButtons } from '@slipway/platform-react';
import { DoraAnswer } from '@slipway/plugin-infra-prs-common';
import { FAILURE_DAYS, PERIODS, useFigureFilters } from './useFigureFilters';

const PERIOD_TITLES = { 7: '7 days', 30: '30 days', 90: '90 days' } as const;
const FAILURE_TITLES = { 1: '1 day', 7: '7 days', 30: '30 days' } as const;
const ALL = '*';

function Choice(props: {
  label: string;
  value: string | undefined;
  choices: readonly string[];
  onChange(value: string | undefined): void;
}) {
  const { value = ALL, choices } = props;
  // What the URL names stays to be seen, also when there is nothing of it.
  const shown = value === ALL ? choices : [...new Set([...choices, value])];
  return (
    <TextField
      select
      size="small"
      label={props.label}
      value={value}
      onChange={({ target }) =>
        props.onChange(target.value === ALL ? undefined : target.value)
      }
      sx={{ minWidth: 180 }}
    >
      <MenuItem value={ALL}>All</MenuItem>
      {shown.map(choice => (
        <MenuItem key={choice} value={choice}>
          {choice || 'No team'}
        </MenuItem>
      ))}
    </TextField>
  );
}

/** Period, environment, template, team, and what counts as a failure. */
export function FigureFilters({ data }: { data: DoraAnswer | undefined }) {
  const { query, set } = useFigureFilters();
  return (
    <Box sx={{ display: 'flex', gap: 2, flexWrap: 'wrap' }}>
      <ChoiceButtons
        label="Period"
        value={String(query.days)}
        choices={PERIODS.map(String)}
        labels={PERIOD_TITLES}
        onChange={value => set('days', value)}
      />
      <Choice
        label="Environment"
        value={query.environment}
        choices={data?.environments ?? []}
        onChange={value => set('environment', value)}
      />
      <Choice
        label="Template"
        value={query.template}
        choices={data?.templates ?? []}
        onChange={value => set('template', value)}
      />
      <Choice
        label="Team"
        value={query.team}
        choices={data?.teams.map(({ team }) => team) ?? []}
        onChange={value => set('team', value)}
      />
      <FailureDays />
    </Box>
  );
}

/** Two rows of days look alike: this one says what it is about. */
function FailureDays() {
  const { query, set } = useFigureFilters();
  const label = 'Taken back within';
  return (
    <Box sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
      <Typography variant="body2" color="text.secondary" aria-hidden>
        {label}
      </Typography>
      <ChoiceButtons
        label={label}
        value={String(query.failureDays)}
        choices={FAILURE_DAYS.map(String)}
        labels={FAILURE_TITLES}
        onChange={value => set('failureDays', value)}
      />
    </Box>
  );
}
