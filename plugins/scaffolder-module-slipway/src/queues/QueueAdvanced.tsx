import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormHelperText from '@mui/material/FormHelperText';
import { formatDuration } from '@slipway/platform-react';
import { capitalized } from '../inputs/capitalized';
import { Issues } from '../inputs/issuesByPath';
import { NumberInput } from '../inputs/NumberInput';
import { QueueDraft, standardQueue } from './queueDraft';
import { queueLabels } from './queueProblems';

export interface QueueInputsProps {
  readonly draft: QueueDraft;
  readonly problems: Issues;
  readonly disabled?: boolean;
  change(answers: QueueDraft): void;
}

const NUMBERS = [
  ['retentionDays', 'days', undefined],
  ['dlqRetentionDays', 'days', 'Counted from when a message was first sent.'],
  ['maxMessageAge', 's', undefined],
] as const;

/** Answers of a queue that have a good standard. */
export function QueueAdvanced(props: QueueInputsProps) {
  const { draft, problems, disabled, change } = props;
  const deduplication = problems.get('contentBasedDeduplication');
  const age = draft.maxMessageAge ?? standardQueue.maxMessageAge;
  return (
    <>
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          gridTemplateColumns: 'repeat(auto-fit, minmax(180px, 1fr))',
        }}
      >
        {NUMBERS.map(([key, unit, help]) => (
          <NumberInput
            key={key}
            label={queueLabels[key]}
            unit={unit}
            value={draft[key]}
            standard={standardQueue[key]}
            problem={problems.get(key)?.replace('retentionDays', 'messages')}
            help={
              key === 'maxMessageAge'
                ? `When the oldest message waits longer than ${formatDuration(
                    age,
                  )}.`
                : help
            }
            disabled={disabled}
            onChange={value => change({ [key]: value })}
          />
        ))}
      </Box>
      {(draft.fifo || draft.contentBasedDeduplication) && (
        <Box>
          <FormControlLabel
            label="Deduplicate by content: senders need not give a deduplication id"
            control={
              <Checkbox
                size="small"
                checked={draft.contentBasedDeduplication ?? false}
                disabled={disabled}
                onChange={(_, checked) =>
                  change({ contentBasedDeduplication: checked })
                }
              />
            }
          />
          {deduplication && (
            <FormHelperText error>{capitalized(deduplication)}</FormHelperText>
          )}
        </Box>
      )}
    </>
  );
}
