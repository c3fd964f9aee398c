import { ChangeRequestDetail } from '@slipway/plugin-infra-prs-common';
import { KubernetesPanel } from '../kubernetes/KubernetesPanel';

/** What Argo CD applies once it is merged. */
export function KubernetesSection({ change }: { change: ChangeRequestDetail }) {
  return <KubernetesPanel change={change} />;
}
