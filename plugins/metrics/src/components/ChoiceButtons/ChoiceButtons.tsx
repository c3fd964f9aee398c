import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';

/** A few choices of which one holds; arrow keys and Tab reach all. */
export function ChoiceButtons<T extends string>(props: {
  label: string;
  choices: readonly T[];
  value: T | undefined;
  onChange: (choice: T) => void;
}) {
  const { label, choices, value, onChange } = props;
  return (
    <ToggleButtonGroup
      exclusive
      size="small"
      aria-label={label}
      value={value}
      onChange={(_, chosen: T | null) => chosen && onChange(chosen)}
    >
      {choices.map(choice => (
        <ToggleButton
          key={choice}
          value={choice}
          sx={{ px: 1.25, py: 0.25, textTransform: 'none' }}
        >
          {choice}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
