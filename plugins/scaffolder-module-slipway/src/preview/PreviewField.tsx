import { useEffect } from 'react';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { SlipwayQueryProvider } from '@slipway/platform-react';
import { useParams } from 'react-router-dom';
import { PreviewFailure } from './PreviewFailure';
import { PreviewHeader } from './PreviewHeader';
import { PreviewLoading } from './PreviewLoading';
import { PreviewPanel } from './PreviewPanel';
import { PreviewState, usePreview } from './usePreview';

type Props = FieldExtensionComponentProps<string, { templateRef?: string }>;

function Preview(props: Props & { templateRef: string }) {
  const { templateRef, formContext, formData, onChange, name } = props;
  const { [name]: _own, ...values } = formContext?.formData ?? {};
  const result = usePreview(templateRef, values);
  const { preview } = result;
  const state: PreviewState = result.state;
  useEffect(() => {
    if (formData !== state) onChange(state);
  }, [formData, state, onChange]);
  if (preview) {
    return (
      <Box
        aria-busy={result.renewing}
        sx={{
          display: 'flex',
          flexDirection: 'column',
          gap: 2,
          opacity: result.stale ? 0.6 : 1,
        }}
      >
        <PreviewHeader preview={preview} result={result} />
        <PreviewPanel preview={preview} />
      </Box>
    );
  }
  return state === 'loading' ? (
    <PreviewLoading />
  ) : (
    <PreviewFailure templateRef={templateRef} result={result} />
  );
}

/** The last page of a golden path: what will be written, what the checks say, what it costs. @public */
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
