import { ReactNode, useMemo, useState } from 'react';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { visibleText } from '@slipway/platform-common';
import { MessageBody } from '@slipway/plugin-queues-common';
import { ChoiceButtons, formatBytes } from '@slipway/platform-react';
import { bodyKindWords, bodyNotes } from '../../words/bodyWords';
import { CopyButton } from './CopyButton';
import { JsonTree } from './JsonTree';
import { readJsonTree } from './readJsonTree';

const VIEWS = ['tree', 'text'] as const;
const VIEW_LABELS = { tree: 'Tree', text: 'Text' };

/** The body of a message. Whatever it holds, it is text here: never markup, never a link. */
export function MessageBodyView({ body }: { body: MessageBody }) {
  const [view, setView] = useState<(typeof VIEWS)[number]>('tree');
  const tree = useMemo(
    () => (body.kind === 'json' ? readJsonTree(body.text) : undefined),
    [body],
  );
  const notes = bodyNotes(body, tree !== undefined);
  return (
    <Box component="section" aria-label="Body">
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', mb: 1 }}>
        <Typography variant="subtitle2" component="h5">
          Body
        </Typography>
        <Typography variant="caption" color="text.secondary" sx={{ flex: 1 }}>
          {bodyKindWords(body)}, {formatBytes(body.bytes)}
        </Typography>
        {tree && (
          <ChoiceButtons
            label="Show the body as"
            choices={VIEWS}
            labels={VIEW_LABELS}
            value={view}
            onChange={next => setView(next)}
          />
        )}
        <CopyButton label="Copy the body" text={body.text} />
      </Box>
      {notes.map(note => (
        <Typography key={note} variant="body2" color="text.secondary">
          {note}
        </Typography>
      ))}
      <Frame>
        {tree && view === 'tree' ? (
          <JsonTree tree={tree} />
        ) : (
          <Box component="pre" sx={{ m: 0, font: 'inherit' }}>
            {visibleText(body.text) || '(empty)'}
          </Box>
        )}
      </Frame>
    </Box>
  );
}

function Frame({ children }: { children: ReactNode }) {
  return (
    <Box
      // It scrolls, so that a keyboard has to reach it.
      tabIndex={0}
      role="group"
      aria-label="Content of the body"
      // A body in another script must not pull what stands around it along.
      dir="ltr"
      sx={{
        unicodeBidi: 'isolate',
        mt: 1,
        p: 1.5,
        maxHeight: 480,
        overflow: 'auto',
        border: '1px solid',
        borderColor: 'divider',
        borderRadius: 1,
        bgcolor: 'background.default',
        fontFamily: 'monospace',
        fontSize: '0.8125rem',
        lineHeight: 1.6,
        whiteSpace: 'pre-wrap',
        overflowWrap: 'anywhere',
        '& pre': { whiteSpace: 'inherit' },
      }}
    >
      {children}
    </Box>
  );
}
