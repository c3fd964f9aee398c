import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';

const ALL = 'all';

/** Chooses one environment, or all of them. */
export function EnvironmentFilter(props: {
  environments: readonly string[];
  value: string | undefined;
  onChange(environment: string | undefined): void;
}) {
  const { environments, value, onChange } = props;
  return (
    <ToggleButtonGroup
      exclusive
      size="small"
      aria-label="Environment"
      value={value ?? ALL}
      onChange={(_, chosen: string | undefined) =>
        onChange(chosen === ALL ? undefined : chosen ?? value)
      }
    >
      {[ALL, ...environments].map(name => (
        <ToggleButton key={name} value={name} sx={{ textTransform: 'none' }}>
          {name}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
