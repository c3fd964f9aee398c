import Alert from '@mui/material/Alert';
import { FactsState } from './useFacts';

/** Says which environments' facts could not be read; nothing when all is well. */
export function FactsProblem({ state }: { state: FactsState }) {
  if (state.error) {
    return (
      <Alert severity="error" variant="outlined">
        What the environments offer could not be loaded: {state.error.message}
      </Alert>
    );
  }
  const problems = (state.facts ?? []).filter(item => item.problem);
  if (problems.length === 0) return null;
  return (
    <Alert severity="warning" variant="outlined">
      {problems
        .map(({ environment, problem }) => `${environment}: ${problem}`)
        .join('. ')}
    </Alert>
  );
}
