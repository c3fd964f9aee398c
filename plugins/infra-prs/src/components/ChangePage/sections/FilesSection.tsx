import { ChangeRequestDetail } from '@slipway/plugin-infra-prs-common';
import { useFiles } from '../../../hooks/useFiles';
import { useBelowLines } from '../conversation/useBelowLines';
import { FilesPanel } from '../files/FilesPanel';
import { Loading } from '../Loading';
import { MovedAlert } from '../MovedAlert';
import { usePinned } from '../usePinned';

/** What is changed in the repository. */
export function FilesSection({ change }: { change: ChangeRequestDetail }) {
  const { shown, moved, follow } = usePinned(change.headSha);
  const { data, error, refetch } = useFiles(change.number, shown);
  const below = useBelowLines(change.number, shown);
  if (!data) return <Loading what="files" error={error} onRetry={refetch} />;
  return (
    <>
      {moved && <MovedAlert what="files" onFollow={follow} />}
      <FilesPanel number={change.number} contents={data} below={below} />
    </>
  );
}
