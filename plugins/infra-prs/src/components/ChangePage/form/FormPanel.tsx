import { Link } from '@backstage/core-components';
import { parseEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/core-plugin-api';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import {
  ChangeRequestDetail,
  safeText,
} from '@slipway/plugin-infra-prs-common';
import { useTemplateForm } from '../../../hooks/useTemplateForm';
import { templateRouteRef } from '../../../routes';
import { Panel } from '../Panel';
import { FormFields } from './formFields';
import { answersAgain, FormRow, rowsOf } from './formRows';

/** Longer addresses are refused by servers on the way. */
const MOST_QUERY = 6_000;

/** Where the form is; undefined for what no form opened, and where there are no forms. */
function usePathOfForm(template: string | undefined): string | undefined {
  const route = useRouteRef(templateRouteRef);
  if (!template || !route) return undefined;
  try {
    const { namespace, name } = parseEntityRef(template);
    return route({ namespace, templateName: name });
  } catch {
    return undefined;
  }
}

function FormName(props: {
  form: NonNullable<ChangeRequestDetail['form']>;
  title: string | undefined;
  path: string | undefined;
}) {
  const { form, path } = props;
  const name = safeText(
    props.title ?? form.template.replace(/^template:(default\/)?/, ''),
  );
  return (
    <Typography variant="body2" color="text.secondary" sx={{ mb: 1.5 }}>
      {path ? <Link to={path}>{name}</Link> : name}, version{' '}
      {safeText(form.version)}
    </Typography>
  );
}

function Answers({ rows }: { rows: readonly FormRow[] }) {
  return (
    <Box
      component="dl"
      aria-label="What the form said"
      sx={{
        m: 0,
        display: 'grid',
        gap: 0.5,
        gridTemplateColumns: {
          xs: 'minmax(0, 1fr)',
          sm: 'minmax(140px, max-content) minmax(0, 1fr)',
        },
        columnGap: 3,
      }}
    >
      {rows.map(({ key, title, text }) => (
        <Box key={key} sx={{ display: 'contents' }}>
          <Typography component="dt" variant="body2" color="text.secondary">
            {title}
          </Typography>
          <Typography
            component="dd"
            variant="body2"
            sx={{ m: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}
          >
            {text}
          </Typography>
        </Box>
      ))}
    </Box>
  );
}

function Again(props: {
  path: string | undefined;
  answers: Readonly<Record<string, unknown>>;
  fields: FormFields | undefined;
}) {
  const { path, answers, fields } = props;
  const formData = JSON.stringify(answersAgain(answers, fields));
  const query = new URLSearchParams({ formData }).toString();
  if (!path || query.length > MOST_QUERY) return null;
  return <Link to={`${path}?${query}`}>Start again with these answers</Link>;
}

/** What was chosen when somebody asked for the change, in the words of the form. */
export function FormPanel({ change }: { change: ChangeRequestDetail }) {
  const { form, parameters } = change;
  const { data } = useTemplateForm(form?.template);
  const path = usePathOfForm(form?.template);
  const rows = rowsOf(parameters ?? {}, data?.fields);
  const again = parameters && rows.length > 0 && (
    <Again path={path} answers={parameters} fields={data?.fields} />
  );
  return (
    <Panel title="What the form said" aside={again}>
      {form && <FormName form={form} title={data?.title} path={path} />}
      {rows.length > 0 && <Answers rows={rows} />}
      {rows.length === 0 && (
        <Typography variant="body2" color="text.secondary">
          {parameters
            ? 'The form asked for nothing.'
            : 'No form of the portal opened this change.'}
        </Typography>
      )}
    </Panel>
  );
}
