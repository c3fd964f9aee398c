import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Button from '@mui/material/Button';
import { openFormPage } from './openFormPage';
import { useRefusedPage } from './useRefusedPage';
import { PreviewResult } from './usePreview';

/** An answer that was refused, with the way back to it. */
function Refusal(props: { templateRef: string; message: string }) {
  const { templateRef, message } = props;
  const page = useRefusedPage(templateRef, message);
  return (
    <Alert
      severity="warning"
      variant="outlined"
      action={
        page && (
          <Button
            color="inherit"
            size="small"
            onClick={() => openFormPage(page.index)}
          >
            Go to &quot;{page.title}&quot;
          </Button>
        )
      }
    >
      <AlertTitle>
        {page ? `Change "${page.field}"` : 'One answer has to change'}
      </AlertTitle>
      {message}. Your other answers are kept.
    </Alert>
  );
}

/** Why there is no preview, and what to do. */
export function PreviewFailure(props: {
  templateRef: string;
  result: PreviewResult;
}) {
  const { templateRef, result } = props;
  const message = (result.message ?? '').replace(/\.$/, '');
  if (result.state === 'refused') {
    return <Refusal templateRef={templateRef} message={message} />;
  }
  return (
    <Alert
      severity="error"
      variant="outlined"
      action={
        <Button color="inherit" size="small" onClick={result.renew}>
          Try again
        </Button>
      }
    >
      <AlertTitle>There is no preview for now</AlertTitle>
      {message}
    </Alert>
  );
}
