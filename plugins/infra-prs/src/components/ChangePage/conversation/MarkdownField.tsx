import { useId, useState } from 'react';
import Box from '@mui/material/Box';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { CommentBody } from './CommentBody';

interface MarkdownFieldProps {
  readonly label: string;
  readonly helperText: string;
  readonly value: string;
  onChange(text: string): void;
  readonly disabled?: boolean;
  /** Longest text that is taken. */
  readonly most: number;
}

type Mode = 'write' | 'preview';

function Preview({ value, label }: MarkdownFieldProps) {
  return (
    <Box
      role="region"
      aria-label={`Preview of ${label.toLowerCase()}`}
      sx={{
        ...{ border: 1, borderColor: 'divider', borderRadius: 1 },
        ...{ px: 1.5, py: 1, minHeight: 64 },
      }}
    >
      {value.trim() === '' ? (
        <Typography variant="body2" color="text.secondary">
          Nothing to show yet.
        </Typography>
      ) : (
        <CommentBody text={value} />
      )}
    </Box>
  );
}

function Write(props: MarkdownFieldProps) {
  const { label, helperText, value, onChange, disabled, most } = props;
  return (
    <TextField
      label={label}
      helperText={helperText}
      value={value}
      onChange={event => onChange(event.target.value)}
      size="small"
      multiline
      fullWidth
      minRows={2}
      maxRows={12}
      disabled={disabled}
      inputProps={{ maxLength: most }}
    />
  );
}

const small = { minHeight: 36, py: 0.5, textTransform: 'none' } as const;

/** A field for Markdown, which shows on demand what it will look like: as comments are shown, without HTML. */
export function MarkdownField(props: MarkdownFieldProps) {
  const [mode, setMode] = useState<Mode>('write');
  const id = useId();
  const tab = (value: Mode, label: string) => (
    <Tab
      value={value}
      label={label}
      id={`${id}-${value}`}
      aria-controls={mode === value ? `${id}-panel` : undefined}
      sx={small}
    />
  );
  return (
    <Box>
      <Tabs
        value={mode}
        onChange={(_, chosen: Mode) => setMode(chosen)}
        aria-label="Write or preview"
        sx={{ minHeight: 36, mb: 1 }}
      >
        {tab('write', 'Write')}
        {tab('preview', 'Preview')}
      </Tabs>
      <Box role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${mode}`}>
        {mode === 'write' ? <Write {...props} /> : <Preview {...props} />}
      </Box>
    </Box>
  );
}
