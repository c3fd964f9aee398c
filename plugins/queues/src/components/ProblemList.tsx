import Alert from '@mui/material/Alert';
import { QueueProblem } from '@slipway/plugin-queues-common';

/** What in the entity's annotations could not be used. */
export function ProblemList(props: { problems: readonly QueueProblem[] }) {
  return (
    <>
      {props.problems.map(({ annotation, message, fix }) => (
        <Alert
          key={`${annotation} ${message}`}
          severity="warning"
          variant="outlined"
          sx={{ py: 0.25 }}
        >
          <strong>{message}.</strong> {fix}. (Annotation{' '}
          <code>{annotation}</code>)
        </Alert>
      ))}
    </>
  );
}
