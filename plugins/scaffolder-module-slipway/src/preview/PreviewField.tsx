import { useEffect } from 'react';
import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Button from '@mui/material/Button';
import Skeleton from '@mui/material/Skeleton';
import { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { SlipwayQueryProvider } from '@slipway/platform-react';
import { useParams } from 'react-router-dom';
import { PreviewPanel } from './PreviewPanel';
import { PreviewResult, PreviewState, usePreview } from './usePreview';

type Props = FieldExtensionComponentProps<string, { templateRef?: string }>;

function PreviewFailure({ result }: { result: PreviewResult }) {
  const refused = result.state === 'refused';
  return (
    <Alert
      severity={refused ? 'warning' : 'error'}
      variant="outlined"
      action={
        refused ? undefined : (
          <Button color="inherit" size="small" onClick={result.retry}>
            Try again
          </Button>
        )
      }
    >
      <AlertTitle>
        {refused ? 'One answer has to change' : 'There is no preview for now'}
      </AlertTitle>
      {result.message}
      {refused && '. Go back and change it; your other answers are kept.'}
    </Alert>
  );
}

function Preview(props: Props & { templateRef: string }) {
  const { templateRef, formContext, formData, onChange, name } = props;
  const { [name]: _own, ...values } = formContext?.formData ?? {};
  const result = usePreview(templateRef, values);
  const state: PreviewState = result.state;
  useEffect(() => {
    if (formData !== state) onChange(state);
  }, [formData, state, onChange]);
  if (state === 'loading') {
    return (
      <Skeleton
        variant="rounded"
        height={360}
        role="status"
        aria-label="Writing the preview"
      />
    );
  }
  return result.files ? (
    <PreviewPanel files={result.files} />
  ) : (
    <PreviewFailure result={result} />
  );
}

/** The last page of a golden path: every file that will be written. Its value says whether the preview is there. */
export function PreviewField(props: Props) {
  const { namespace, templateName } = useParams();
  const templateRef =
    props.uiSchema['ui:options']?.templateRef ??
    (templateName && `template:${namespace ?? 'default'}/${templateName}`);
  if (!templateRef) {
    return (
      <Alert severity="info" variant="outlined">
        The preview needs a template of the catalog.
      </Alert>
    );
  }
  return (
    <SlipwayQueryProvider>
      <Preview {...props} templateRef={templateRef} />
    </SlipwayQueryProvider>
  );
}
