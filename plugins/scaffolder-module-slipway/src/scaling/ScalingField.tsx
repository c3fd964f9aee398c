import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { FieldFrame } from '../inputs/FieldFrame';
import { NumberInput } from '../inputs/NumberInput';
import {
  ScalingDraft,
  scalingDraft,
  ScalingKind,
  scalingKinds,
  standardScaling,
} from './scalingDraft';
import { scalingLabels, scalingProblems } from './validateScaling';

type Props = FieldExtensionComponentProps<ScalingDraft>;

const KINDS: Readonly<Record<ScalingKind, string>> = {
  none: 'Nothing: always as many as at least',
  cpu: 'CPU',
  queue: 'Messages that wait in its queues',
};

const ROW = {
  display: 'grid',
  gap: 2,
  alignItems: 'start',
  gridTemplateColumns: 'repeat(auto-fit, minmax(180px, 1fr))',
};

function KindInput(props: {
  by: ScalingKind;
  disabled?: boolean;
  change(answers: ScalingDraft): void;
}) {
  const { by, disabled, change } = props;
  return (
    <TextField
      select
      size="small"
      label={scalingLabels.by}
      value={by}
      disabled={disabled}
      helperText={
        by === 'queue' ? 'It needs a queue, on the next page.' : undefined
      }
      onChange={event =>
        change({
          by: scalingKinds.find(kind => kind === event.target.value),
        })
      }
    >
      {scalingKinds.map(kind => (
        <MenuItem key={kind} value={kind}>
          {KINDS[kind]}
        </MenuItem>
      ))}
    </TextField>
  );
}

/** Replicas and what moves them, in one row. @public */
export function ScalingField(props: Props) {
  const { formData, onChange, disabled } = props;
  const draft = scalingDraft(formData);
  const problems = scalingProblems(draft);
  const change = (answers: ScalingDraft) => onChange({ ...draft, ...answers });
  return (
    <FieldFrame field={props}>
      <Box sx={ROW}>
        <KindInput
          by={draft.by ?? standardScaling.by}
          disabled={disabled}
          change={change}
        />
        <NumberInput
          label={scalingLabels.min}
          unit="replicas"
          value={draft.min}
          standard={standardScaling.min}
          problem={problems.get('min')}
          help="Two or more where changes are reviewed."
          disabled={disabled}
          onChange={min => change({ min })}
        />
        <NumberInput
          label={scalingLabels.max}
          unit="replicas"
          value={draft.max}
          standard={standardScaling.max}
          problem={problems.get('max')}
          disabled={disabled}
          onChange={max => change({ max })}
        />
      </Box>
    </FieldFrame>
  );
}
