import { useState } from 'react';
import Box from '@mui/material/Box';
import { PeekedMessage } from '@slipway/plugin-queues-common';
import { MessageSelection } from '../../hooks/useMessageSelection';
import { useRovingFocus } from '../../hooks/useRovingFocus';
import { MessageRow } from './MessageRow';

/** Messages of the sample; Tab stops at one of them, arrows go on from there. */
export function MessageList(props: {
  messages: readonly PeekedMessage[];
  /** Titles of causes by their fingerprints; of those that are not said elsewhere. */
  titles: ReadonlyMap<string, string>;
  openId: string | undefined;
  onOpen(id: string): void;
  selection: MessageSelection;
}) {
  const { messages, titles, openId, onOpen, selection } = props;
  const { chosen, choose, isFull } = selection;
  const onKeyDown = useRovingFocus();
  const [focused, setFocused] = useState<string>();
  const stop = [focused, openId].find(id =>
    messages.some(message => message.id === id),
  );
  return (
    <Box
      component="ul"
      aria-label="Messages"
      onKeyDown={onKeyDown}
      sx={{
        m: 0,
        p: 0,
        listStyle: 'none',
        maxHeight: 640,
        overflowY: 'auto',
        border: '1px solid',
        borderColor: 'divider',
        borderRadius: 1,
        bgcolor: 'background.paper',
      }}
    >
      {messages.map((message, index) => {
        const { id } = message;
        return (
          <MessageRow
            key={id}
            message={message}
            title={titles.get(message.fingerprint)}
            isOpen={id === openId}
            isStop={stop === undefined ? index === 0 : id === stop}
            isChosen={chosen.has(id)}
            isFull={isFull}
            onOpen={() => onOpen(id)}
            onChoose={wanted => choose([id], wanted)}
            onFocus={() => setFocused(id)}
          />
        );
      })}
    </Box>
  );
}
