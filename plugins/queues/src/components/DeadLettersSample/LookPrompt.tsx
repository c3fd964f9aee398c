import { useState } from 'react';
import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { RiEyeLine } from '@remixicon/react';
import { ChoiceButtons } from '@slipway/platform-react';
import { ActionErrorAlert } from '../ActionErrorAlert';
import { GuardedButton } from '../GuardedButton';

const LIMITS = ['20', '50', '100'] as const;
type Limit = (typeof LIMITS)[number];

/** @internal */
export interface LookPromptProps {
  readonly whyNot: string | undefined;
  readonly isLooking: boolean;
  readonly error: Error | undefined;
  /** The URL names a message that somebody else saw. */
  readonly wanted: string | undefined;
  onLook(limit: number): void;
}

/** What looking does, before anybody looks: nothing is read until the button is pressed. */
export function LookPrompt(props: LookPromptProps) {
  const { whyNot, error, wanted } = props;
  const [limit, setLimit] = useState<Limit>('20');
  return (
    <Paper
      component="section"
      variant="outlined"
      aria-label="Look into the messages"
      sx={{ p: 3, display: 'grid', gap: 2, justifyItems: 'start' }}
    >
      <Typography component="h3" variant="subtitle1">
        Look into the messages
      </Typography>
      <Typography variant="body2" sx={{ maxWidth: 640 }}>
        Reads up to {limit} messages. This raises their receive count by one and
        hides them from everybody else for a moment, while they are read. They
        stay in the queue, and secrets in them are masked.
      </Typography>
      {wanted && <WantedNote id={wanted} />}
      <Look {...props} limit={limit} onLimit={setLimit} />
      {whyNot && (
        <Typography variant="body2" color="text.secondary">
          {whyNot}
        </Typography>
      )}
      {error && <ActionErrorAlert error={error} />}
    </Paper>
  );
}

function WantedNote({ id }: { id: string }) {
  return (
    <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
      The link that you followed is about message <code>{id}</code>. SQS gives
      messages in no order: it is shown if it is among them.
    </Typography>
  );
}

function Look(
  props: LookPromptProps & { limit: Limit; onLimit(limit: Limit): void },
) {
  const { whyNot, isLooking, onLook, limit, onLimit } = props;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
      <ChoiceButtons
        label="Messages at most"
        choices={LIMITS}
        value={limit}
        onChange={next => onLimit(next)}
      />
      <GuardedButton
        variant="contained"
        icon={<RiEyeLine size={18} aria-hidden />}
        whyNot={isLooking ? 'Reading…' : whyNot}
        onClick={() => onLook(Number(limit))}
      >
        {isLooking ? 'Reading…' : `Look at up to ${limit} messages`}
      </GuardedButton>
    </Box>
  );
}
