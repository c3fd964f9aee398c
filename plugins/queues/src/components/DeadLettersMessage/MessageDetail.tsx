import { useId } from 'react';
import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { PeekedMessage } from '@slipway/plugin-queues-common';
import { AttributeTable } from './AttributeTable';
import { CopyButton } from './CopyButton';
import { MessageBodyView } from './MessageBodyView';
import { MessageFacts } from './MessageFacts';

/** All about one message. */
export function MessageDetail({ message }: { message: PeekedMessage }) {
  const id = useId();
  return (
    <Paper
      component="section"
      variant="outlined"
      aria-labelledby={id}
      sx={{ p: 2, display: 'grid', gap: 2, minWidth: 0, alignContent: 'start' }}
    >
      <Box sx={{ display: 'flex', gap: 0.5, alignItems: 'center' }}>
        <Typography
          id={id}
          component="h4"
          variant="subtitle1"
          sx={{ overflowWrap: 'anywhere' }}
        >
          Message {message.id}
        </Typography>
        <CopyButton label="Copy the id" text={message.id} />
      </Box>
      <MessageFacts message={message} />
      <MessageBodyView key={message.id} body={message.body} />
      <AttributeTable attributes={message.attributes} />
    </Paper>
  );
}
