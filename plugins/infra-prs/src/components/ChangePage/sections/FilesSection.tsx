import { ChangeRequestDetail } from '@slipway/plugin-infra-prs-common';
import { FilesPanel } from '../FilesPanel';

/** What is changed in the repository. */
export function FilesSection({ change }: { change: ChangeRequestDetail }) {
  return <FilesPanel files={change.files} />;
}
