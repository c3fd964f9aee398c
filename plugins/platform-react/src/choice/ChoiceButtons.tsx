import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';

/** A few choices of which one holds; Tab reaches all. @public */
export function ChoiceButtons<T extends string>(props: {
  /** What is chosen, for screen readers. */
  label: string;
  choices: readonly T[];
  value: T | undefined;
  onChange(choice: T): void;
  /** Words on the buttons; default the choices themselves. */
  labels?: Readonly<Record<T, string>>;
}) {
  const { label, choices, value, onChange, labels } = props;
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
          sx={{
            px: 1.25,
            py: 0.25,
            textTransform: 'none',
            color: 'text.primary',
            '&.Mui-selected, &.v5-Mui-selected': { fontWeight: 700 },
            '&:focus-visible': {
              outline: '2px solid',
              outlineColor: 'primary.main',
              outlineOffset: 1,
            },
          }}
        >
          {labels?.[choice] ?? choice}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
