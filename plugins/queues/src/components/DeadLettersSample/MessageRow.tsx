import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import Typography from '@mui/material/Typography';
import { visibleText } from '@slipway/platform-common';
import { PeekedMessage } from '@slipway/plugin-queues-common';
import { RelativeTime } from '@slipway/platform-react';
import { rovingItem } from '../../hooks/useRovingFocus';
import { bodyStart } from '../../words/sampleWords';

/** @internal */
export interface MessageRowProps {
  readonly message: PeekedMessage;
  /** Its cause, where the list shows several. */
  readonly title: string | undefined;
  readonly isOpen: boolean;
  /** The one row that Tab stops at. */
  readonly isStop: boolean;
  readonly isChosen: boolean;
  /** No more can be chosen. */
  readonly isFull: boolean;
  onOpen(): void;
  onChoose(wanted: boolean): void;
  onFocus(): void;
}

const rowStyle = {
  display: 'flex',
  alignItems: 'flex-start',
  borderBottom: '1px solid',
  borderColor: 'divider',
  '&:last-of-type': { borderBottom: 0 },
} as const;

const openStyle = {
  flex: 1,
  minWidth: 0,
  py: 1,
  pr: 1.5,
  pl: 0,
  border: 0,
  background: 'none',
  font: 'inherit',
  color: 'text.primary',
  textAlign: 'start',
  cursor: 'pointer',
  '&:hover': { bgcolor: 'action.hover' },
  '&:focus-visible': {
    outline: '2px solid',
    outlineColor: 'primary.main',
    outlineOffset: '-2px',
  },
} as const;

/** One message in the list: a box to choose it and a button that opens it. */
export function MessageRow(props: MessageRowProps) {
  const { message, isOpen, isStop, isChosen, isFull } = props;
  const tabIndex = isStop ? 0 : -1;
  return (
    <Box
      component="li"
      onFocus={props.onFocus}
      sx={{ ...rowStyle, bgcolor: isOpen ? 'action.selected' : undefined }}
    >
      <Checkbox
        size="small"
        checked={isChosen}
        disabled={isFull && !isChosen}
        onChange={(_, wanted) => props.onChoose(wanted)}
        inputProps={{
          'aria-label': `Choose message ${message.id}`,
          tabIndex,
          ...rovingItem('choose'),
        }}
      />
      <Box
        component="button"
        type="button"
        aria-current={isOpen || undefined}
        tabIndex={tabIndex}
        onClick={props.onOpen}
        {...rovingItem('open')}
        sx={openStyle}
      >
        <RowContent message={message} title={props.title} />
      </Box>
    </Box>
  );
}

function RowContent(props: Pick<MessageRowProps, 'message' | 'title'>) {
  const { id, body, sentAt, receiveCount } = props.message;
  return (
    <>
      {props.title && (
        <Typography component="span" variant="body2" noWrap display="block">
          {visibleText(props.title)}
        </Typography>
      )}
      <Typography
        component="span"
        variant="body2"
        noWrap
        dir="ltr"
        sx={{ display: 'block', fontFamily: 'monospace' }}
      >
        {visibleText(bodyStart(body.text)) || '(empty body)'}
      </Typography>
      <Typography
        component="span"
        variant="caption"
        color="text.secondary"
        noWrap
        display="block"
      >
        <code>{id.slice(0, 8)}</code>, sent <RelativeTime value={sentAt} />,
        received {receiveCount} ×
      </Typography>
    </>
  );
}
