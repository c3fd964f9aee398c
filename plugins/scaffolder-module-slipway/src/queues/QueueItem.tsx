import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import { RiDeleteBinLine, RiFileCopyLine } from '@remixicon/react';
import { EditorFrame } from '../inputs/EditorFrame';
import { QueueDraft } from './queueDraft';
import { QueueInputs } from './QueueInputs';
import { QueueNames } from './QueueNames';
import { queueProblems } from './queueProblems';

interface Props {
  readonly number: number;
  readonly draft: QueueDraft;
  /** The queues above, whose names are taken. */
  readonly before: readonly QueueDraft[];
  readonly environments: readonly string[];
  readonly disabled?: boolean;
  change(answers: QueueDraft): void;
  remove(): void;
  /** Not there when there is no room for one more. */
  readonly duplicate?: () => void;
}

function Action(props: {
  label: string;
  icon: typeof RiDeleteBinLine;
  disabled?: boolean;
  onClick(): void;
}) {
  const { label, icon: Icon, disabled, onClick } = props;
  return (
    <Tooltip title={label}>
      <span>
        <IconButton
          size="small"
          aria-label={label}
          disabled={disabled}
          onClick={onClick}
        >
          <Icon size={16} />
        </IconButton>
      </span>
    </Tooltip>
  );
}

/** One queue of a list of queues. */
export function QueueItem(props: Props) {
  const { number, draft, before, environments, disabled, duplicate } = props;
  const title = draft.name
    ? `Queue ${number}: ${draft.name}`
    : `Queue ${number}`;
  return (
    <EditorFrame
      title={title}
      actions={
        <>
          {duplicate && (
            <Action
              label={`Duplicate queue ${number}`}
              icon={RiFileCopyLine}
              disabled={disabled}
              onClick={duplicate}
            />
          )}
          <Action
            label={`Remove queue ${number}`}
            icon={RiDeleteBinLine}
            disabled={disabled}
            onClick={props.remove}
          />
        </>
      }
    >
      <QueueInputs
        draft={draft}
        problems={queueProblems(draft, before)}
        disabled={disabled}
        change={props.change}
      />
      <QueueNames draft={draft} environments={environments} />
    </EditorFrame>
  );
}
