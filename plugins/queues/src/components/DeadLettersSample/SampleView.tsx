import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { PeekedMessage, PeekResponse } from '@slipway/plugin-queues-common';
import { MessageSelection } from '../../hooks/useMessageSelection';
import { useOpenMessage } from '../../hooks/useOpenMessage';
import { MessageDetail } from '../DeadLettersMessage';
import { CauseList } from './CauseList';
import { MessageList } from './MessageList';
import { SelectionBar } from './SelectionBar';

const NO_TITLES: ReadonlyMap<string, string> = new Map();

/** @internal */
export interface SampleViewProps {
  readonly sample: PeekResponse;
  readonly selection: MessageSelection;
  /** Why messages cannot be sent back. */
  readonly whyNot: string | undefined;
  onRedrive(): void;
}

/** The causes in a sample, their messages, and one message in full. */
export function SampleView(props: SampleViewProps) {
  const { groups, messages } = props.sample;
  const { group, open } = useOpenMessage();
  const cause = groups.find(({ fingerprint }) => fingerprint === group);
  if (messages.length === 0) return <NothingReceived sample={props.sample} />;
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <CauseList
        groups={groups}
        seen={messages.length}
        chosen={cause?.fingerprint}
        onChoose={next => open({ group: next })}
      />
      <Messages
        {...props}
        shown={
          cause
            ? messages.filter(({ fingerprint }) => fingerprint === group)
            : messages
        }
        titles={cause ? NO_TITLES : titlesOf(groups)}
      />
    </Box>
  );
}

function titlesOf(groups: PeekResponse['groups']) {
  return new Map(groups.map(({ fingerprint, title }) => [fingerprint, title]));
}

interface MessagesProps extends SampleViewProps {
  readonly shown: readonly PeekedMessage[];
  readonly titles: ReadonlyMap<string, string>;
}

function Messages(props: MessagesProps) {
  const { sample, selection, whyNot, onRedrive, shown } = props;
  const { message, open } = useOpenMessage();
  const opened = sample.messages.find(({ id }) => id === message);
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 2,
        alignItems: 'start',
        gridTemplateColumns: {
          xs: 'minmax(0, 1fr)',
          md: 'minmax(280px, 2fr) minmax(0, 3fr)',
        },
      }}
    >
      <Box sx={{ display: 'grid', gap: 1, minWidth: 0 }}>
        <SelectionBar {...{ selection, whyNot, onRedrive, messages: shown }} />
        <MessageList
          messages={shown}
          titles={props.titles}
          openId={opened?.id}
          onOpen={id => open({ message: id })}
          selection={selection}
        />
      </Box>
      {opened ? (
        <MessageDetail message={opened} />
      ) : (
        <NoneOpen wanted={message} />
      )}
    </Box>
  );
}

function NoneOpen({ wanted }: { wanted: string | undefined }) {
  return (
    <Typography variant="body2" color="text.secondary" sx={{ p: 2 }}>
      {wanted
        ? `Message ${wanted} is not in this sample.`
        : 'Choose a message to read it.'}
    </Typography>
  );
}

function NothingReceived({ sample }: { sample: PeekResponse }) {
  return (
    <Alert severity="info" variant="outlined">
      SQS gave no message
      {sample.total > 0
        ? `, though about ${sample.total} are there: they are hidden while somebody else looks at them. Look again in a minute.`
        : ': the queue is empty.'}
    </Alert>
  );
}
