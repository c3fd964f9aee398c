import { ReactNode, Ref } from 'react';
import Box from '@mui/material/Box';
import FormHelperText from '@mui/material/FormHelperText';
import Typography from '@mui/material/Typography';
import { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';

/** Title and description of a field that is more than one input. */
export function FieldFrame(props: {
  field: Pick<
    FieldExtensionComponentProps<unknown>,
    'schema' | 'idSchema' | 'required'
  >;
  /** Of the box around all inputs. */
  boxRef?: Ref<HTMLDivElement>;
  children: ReactNode;
}) {
  const { schema, idSchema, required } = props.field;
  const titleId = `${idSchema?.$id}-title`;
  return (
    <Box
      ref={props.boxRef}
      role="group"
      aria-labelledby={titleId}
      sx={{ display: 'flex', flexDirection: 'column', gap: 1.5, my: 2 }}
    >
      <Box>
        <Typography id={titleId} variant="subtitle1" component="h3">
          {schema.title}
          {required && ' *'}
        </Typography>
        {schema.description && (
          <FormHelperText sx={{ mt: 0 }}>{schema.description}</FormHelperText>
        )}
      </Box>
      {props.children}
    </Box>
  );
}
