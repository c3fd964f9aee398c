import { StatusChip } from '@slipway/platform-react';
import { ChecksSummary } from '@slipway/plugin-infra-prs-common';

/** All checks of a change in one chip. */
export function ChecksChip({ checks }: { checks: ChecksSummary }) {
  const total = checks.passed + checks.failed + checks.pending;
  switch (checks.state) {
    case 'passed':
      return <StatusChip status="ok" label={`${checks.passed} passed`} />;
    case 'failed':
      return (
        <StatusChip
          status="error"
          label={`${checks.failed} of ${total} failed`}
        />
      );
    case 'pending':
      return (
        <StatusChip
          status="progress"
          label={`${checks.pending} of ${total} running`}
        />
      );
    case 'none':
      return <StatusChip status="unknown" label="No checks" />;
    default:
      return <StatusChip status="unknown" label="Unknown" />;
  }
}
