import { ReactNode } from 'react';
import { Link } from '@backstage/core-components';
import Box from '@mui/material/Box';
import { visibleText } from '@slipway/platform-common';
import { PeekedMessage } from '@slipway/plugin-queues-common';
import { formatNumber, RelativeTime } from '@slipway/platform-react';

/** When a message was sent, seen and will be gone, where it came from, and its trace. */
export function MessageFacts({ message }: { message: PeekedMessage }) {
  const { trace } = message;
  const facts: Array<readonly [string, ReactNode]> = [
    ['Sent', <RelativeTime value={message.sentAt} />],
    [
      'First received',
      message.firstReceivedAt && (
        <RelativeTime value={message.firstReceivedAt} />
      ),
    ],
    ['Received', times(message.receiveCount)],
    [
      'Expires',
      message.expiresAt && <RelativeTime value={message.expiresAt} />,
    ],
    ['Came from', message.sourceQueue],
    ['Message group', message.groupId && visibleText(message.groupId)],
    ['Trace', trace && <Trace trace={trace} />],
  ];
  return (
    <Box
      component="dl"
      sx={{
        display: 'grid',
        gridTemplateColumns: 'repeat(auto-fill, minmax(150px, 1fr))',
        gap: 1.5,
        m: 0,
      }}
    >
      {facts.map(
        ([name, value]) =>
          value && <Fact key={name} name={name} value={value} />,
      )}
    </Box>
  );
}

function times(count: number): string {
  return count === 1
    ? 'once, by this look'
    : `${formatNumber(count)} times, with this look`;
}

function Trace({ trace }: { trace: NonNullable<PeekedMessage['trace']> }) {
  const id = visibleText(trace.id);
  // Only addresses of the web: what the id holds comes from the message.
  return trace.url && /^https?:\/\//.test(trace.url) ? (
    <Link to={trace.url}>{id}</Link>
  ) : (
    <span>{id}</span>
  );
}

function Fact(props: { name: string; value: ReactNode }) {
  return (
    <Box
      sx={{
        minWidth: 0,
        // Long ids need the room of two.
        ...(props.name === 'Trace' && { gridColumn: { lg: 'span 2' } }),
      }}
    >
      <Box
        component="dt"
        sx={{ color: 'text.secondary', typography: 'caption' }}
      >
        {props.name}
      </Box>
      <Box
        component="dd"
        sx={{ m: 0, typography: 'body2', overflowWrap: 'anywhere' }}
      >
        {props.value}
      </Box>
    </Box>
  );
}
