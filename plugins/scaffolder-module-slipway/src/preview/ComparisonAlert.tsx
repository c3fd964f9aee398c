import Alert from '@mui/material/Alert';
import { PreviewComparison } from '../api/previewSchemas';

/** Says why the files were not compared; nothing when they were. */
export function ComparisonAlert(props: { comparison: PreviewComparison }) {
  const { comparison } = props;
  if (!('problem' in comparison)) return null;
  return (
    <Alert severity="warning" variant="outlined">
      Not compared with the infrastructure repository: {comparison.problem}.
      {comparison.fix && ` ${comparison.fix}.`} The files below are what a run
      writes; which of them exist already is not known.
    </Alert>
  );
}
