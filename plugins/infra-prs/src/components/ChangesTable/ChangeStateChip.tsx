import { StatusChip, StatusKind } from '@slipway/platform-react';
import { ChangeState } from '@slipway/plugin-infra-prs-common';

const LOOKS: Readonly<Record<ChangeState, readonly [StatusKind, string]>> = {
  open: ['progress', 'Open'],
  merged: ['ok', 'Merged'],
  closed: ['unknown', 'Closed'],
};

/** Whether a change is open, merged or closed. */
export function ChangeStateChip(props: { state: ChangeState; draft: boolean }) {
  if (props.draft && props.state === 'open') {
    return <StatusChip status="unknown" label="Draft" />;
  }
  const [status, label] = LOOKS[props.state];
  return <StatusChip status={status} label={label} />;
}
