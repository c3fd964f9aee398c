import { ChangeRequestDetail } from '@slipway/plugin-infra-prs-common';
import { ApprovalsPanel } from '../ApprovalsPanel';
import { FormPanel } from '../form/FormPanel';
import { HostRulesPanel } from '../HostRulesPanel';
import { NextPanel } from '../NextPanel';
import { PlanOutline } from '../PlanOutline';

/** What has to happen next, and who has agreed. */
export function OverviewSection({ change }: { change: ChangeRequestDetail }) {
  return (
    <>
      <NextPanel change={change} />
      <PlanOutline change={change} />
      <FormPanel change={change} />
      <ApprovalsPanel
        approvals={change.approvals}
        needs={change.approvalNeeds}
        settled={change.state !== 'open'}
      />
      {change.state === 'open' && <HostRulesPanel rules={change.hostRules} />}
    </>
  );
}
