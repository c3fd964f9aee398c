import { useState } from 'react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { RiArrowDownSLine, RiArrowRightSLine } from '@remixicon/react';
import { ChoiceButtons } from '@slipway/platform-react';
import { AWS_NAME_RULE } from '@slipway/platform-common';
import { capitalized } from '../inputs/capitalized';
import { NameInput } from '../inputs/NameInput';
import { NumberInput } from '../inputs/NumberInput';
import { QueueAdvanced, QueueInputsProps } from './QueueAdvanced';
import { standardQueue } from './queueDraft';
import { queueLabels } from './queueProblems';

const ADVANCED = [
  'retentionDays',
  'dlqRetentionDays',
  'maxMessageAge',
  'contentBasedDeduplication',
];

const COLUMNS = {
  display: 'grid',
  gap: 2,
  alignItems: 'start',
  gridTemplateColumns: 'repeat(auto-fit, minmax(150px, 1fr))',
  '& > :first-of-type': { gridColumn: { sm: 'span 2' } },
};

function QueueBasics(props: QueueInputsProps) {
  const { draft, problems, disabled, change } = props;
  return (
    <Box sx={COLUMNS}>
      <NameInput
        label={queueLabels.name}
        value={draft.name}
        required
        problem={problems.get('name')}
        help={draft.name ? undefined : `${capitalized(AWS_NAME_RULE)}.`}
        disabled={disabled}
        onChange={name => change({ name })}
      />
      <NumberInput
        label={queueLabels.maxReceiveCount}
        unit="times"
        value={draft.maxReceiveCount}
        standard={standardQueue.maxReceiveCount}
        problem={problems.get('maxReceiveCount')}
        help="Then the message is a dead letter."
        disabled={disabled}
        onChange={maxReceiveCount => change({ maxReceiveCount })}
      />
      <NumberInput
        label={queueLabels.visibilityTimeout}
        unit="s"
        value={draft.visibilityTimeout}
        standard={standardQueue.visibilityTimeout}
        problem={problems.get('visibilityTimeout')}
        help="Longer than the slowest message takes."
        disabled={disabled}
        onChange={visibilityTimeout => change({ visibilityTimeout })}
      />
    </Box>
  );
}

/** All answers about one queue; those with a good standard are folded away. */
export function QueueInputs(props: QueueInputsProps) {
  const { draft, problems, change } = props;
  const [unfolded, setUnfolded] = useState(false);
  const forced = ADVANCED.some(key => problems.has(key));
  const open = unfolded || forced;
  const Icon = open ? RiArrowDownSLine : RiArrowRightSLine;
  return (
    <>
      <QueueBasics {...props} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
        <ChoiceButtons
          label={queueLabels.fifo}
          choices={['standard', 'fifo']}
          labels={{ standard: 'Standard', fifo: 'FIFO: in order, once' }}
          value={draft.fifo ? 'fifo' : 'standard'}
          onChange={choice =>
            change(
              choice === 'fifo'
                ? { fifo: true }
                : { fifo: false, contentBasedDeduplication: false },
            )
          }
        />
        <Button
          size="small"
          color="inherit"
          aria-expanded={open}
          disabled={forced}
          startIcon={<Icon size={16} />}
          onClick={() => setUnfolded(!unfolded)}
          sx={{ textTransform: 'none' }}
        >
          Retention and alarm
        </Button>
      </Box>
      {open && <QueueAdvanced {...props} />}
    </>
  );
}
