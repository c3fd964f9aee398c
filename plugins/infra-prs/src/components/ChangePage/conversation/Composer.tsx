import { FormEvent } from 'react';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { usePermission } from '@backstage/plugin-permission-react';
import { infraPrsCommentPermission } from '@slipway/plugin-infra-prs-common';
import { useDraft } from './useDraft';

interface ComposerProps {
  /** Of what the draft is kept. */
  draftKey: string;
  label: string;
  submitLabel: string;
  /** Longest text that is taken. */
  most: number;
  pending: boolean;
  error: Error | null;
  onSubmit(text: string, done: () => void): void;
}

function MayNotWrite() {
  return (
    <Typography variant="body2" color="text.secondary">
      You may not write here.
    </Typography>
  );
}

/** Writes something as the signed-in person; what is typed stays until GitHub has it. */
export function Composer(props: ComposerProps) {
  const { label, submitLabel, pending, error } = props;
  const { allowed } = usePermission({ permission: infraPrsCommentPermission });
  const [text, setText] = useDraft(props.draftKey);
  if (!allowed) return <MayNotWrite />;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    props.onSubmit(text.trim(), () => setText(''));
  };
  return (
    <Box component="form" onSubmit={submit} sx={{ display: 'grid', gap: 1 }}>
      <TextField
        label={label}
        value={text}
        onChange={event => setText(event.target.value)}
        size="small"
        multiline
        minRows={2}
        maxRows={12}
        disabled={pending}
        helperText="Markdown, in your name on GitHub"
        inputProps={{ maxLength: props.most }}
      />
      {error && <Alert severity="error">{error.message}</Alert>}
      <Button
        type="submit"
        variant="outlined"
        size="small"
        disabled={pending || text.trim() === ''}
        sx={{ justifySelf: 'start' }}
      >
        {pending ? 'Sending…' : submitLabel}
      </Button>
    </Box>
  );
}
