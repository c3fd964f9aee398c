import Alert from '@mui/material/Alert';

/** What in the entity's annotations cannot be used, and what would do. @public */
export function AnnotationProblems(props: {
  problems: ReadonlyArray<{
    readonly annotation: string;
    readonly message: string;
    readonly fix: string;
  }>;
}) {
  return (
    <>
      {props.problems.map(({ annotation, message, fix }) => (
        <Alert
          key={`${annotation} ${message}`}
          severity="warning"
          variant="outlined"
          sx={{ py: 0.25, overflowWrap: 'anywhere' }}
        >
          <strong>{message}.</strong> {fix}. (Annotation{' '}
          <code>{annotation}</code>)
        </Alert>
      ))}
    </>
  );
}
