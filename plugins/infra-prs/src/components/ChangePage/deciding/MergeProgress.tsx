import Alert from '@mui/material/Alert';
import { MergeWay } from '@slipway/plugin-infra-prs-common';

/** That it is on its way to be merged without anybody pressing a button. */
export function MergeProgress({ merging }: { merging: MergeWay }) {
  const { queue, autoMerge } = merging;
  if (queue) {
    return (
      <Alert severity="info" variant="outlined">
        It is number {queue.position} in the merge queue. A push takes it out
        again.
      </Alert>
    );
  }
  if (!autoMerge) return null;
  return (
    <Alert severity="info" variant="outlined">
      {autoMerge.login} has switched auto-merge on: GitHub merges it as soon as
      nothing is missing. When the commits or the plan move, it is switched off.
    </Alert>
  );
}
