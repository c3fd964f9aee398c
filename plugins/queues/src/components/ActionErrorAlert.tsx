import Alert from '@mui/material/Alert';
import { errorWords } from '../words/errorWords';

/** Why something that a person asked for did not happen, and what to do. */
export function ActionErrorAlert({ error }: { error: Error }) {
  const { title, message, fix } = errorWords(error);
  return (
    <Alert severity="error" variant="outlined">
      <strong>{title}:</strong> {message}
      {fix && ` (${fix}.)`}
    </Alert>
  );
}
