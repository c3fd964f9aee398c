import { FormEvent } from 'react';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { infraPrsCommentPermission } from '@slipway/plugin-infra-prs-common';
import { useWhyDenied } from '../../../hooks/useWhyDenied';
import { MarkdownField } from './MarkdownField';
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

function MayNotWrite({ why }: { why: string }) {
  return (
    <Typography variant="body2" color="text.secondary">
      {why}.
    </Typography>
  );
}

/** Writes something as the signed-in person; what is typed stays until GitHub has it. */
export function Composer(props: ComposerProps) {
  const { label, submitLabel, pending, error } = props;
  const whyNot = useWhyDenied(infraPrsCommentPermission);
  const [text, setText] = useDraft(props.draftKey);
  if (whyNot) return <MayNotWrite why={whyNot} />;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    props.onSubmit(text.trim(), () => setText(''));
  };
  return (
    <Box component="form" onSubmit={submit} sx={{ display: 'grid', gap: 1 }}>
      <MarkdownField
        label={label}
        helperText="Markdown, in your name on GitHub"
        value={text}
        onChange={setText}
        disabled={pending}
        most={props.most}
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
