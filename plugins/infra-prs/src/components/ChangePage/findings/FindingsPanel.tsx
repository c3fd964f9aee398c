import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { ChoiceButtons } from '@slipway/platform-react';
import {
  ChangeFinding,
  ChangeFindings,
  ChangeRequestDetail,
  RISK_SEVERITIES,
} from '@slipway/plugin-infra-prs-common';
import { useSearchParams } from 'react-router-dom';
import { useFindings } from '../../../hooks/useFindings';
import { Loading } from '../Loading';
import { LongList } from '../LongList';
import { Panel } from '../Panel';
import { RiskChip } from '../RiskChip';
import { useSectionPath } from '../useSectionPath';
import { FindingRow } from './FindingRow';

const AGES = ['new', 'all'] as const;
type Age = (typeof AGES)[number];

const isOurs = ({ isNew }: ChangeFinding) => isNew !== false;

/** Which findings are shown; the URL holds it, so that a link shows the same. */
function useAge() {
  const [params, setParams] = useSearchParams();
  const age = AGES.find(name => name === params.get('findings')) ?? 'new';
  const setAge = (chosen: Age) =>
    setParams(
      previous => {
        const next = new URLSearchParams(previous);
        if (chosen === 'new') next.delete('findings');
        else next.set('findings', chosen);
        return next;
      },
      { replace: true },
    );
  return { age, setAge };
}

function Group(props: {
  readonly severity: ChangeFinding['severity'];
  readonly findings: readonly ChangeFinding[];
  readonly filesPath: string;
}) {
  const { severity, findings, filesPath } = props;
  const rows = findings
    .filter(finding => finding.severity === severity)
    .map((finding, index) => ({ key: String(index), finding }));
  if (rows.length === 0) return null;
  return (
    <Box sx={{ mb: 2 }}>
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
        <RiskChip severity={severity} />
        <Typography variant="body2">{rows.length}</Typography>
      </Box>
      <LongList
        label={`Findings, ${severity}`}
        rows={rows}
        keyOf={row => row.key}
      >
        {row => <FindingRow finding={row.finding} filesPath={filesPath} />}
      </LongList>
    </Box>
  );
}

function Findings(props: { data: ChangeFindings; filesPath: string }) {
  const { data, filesPath } = props;
  const { age, setAge } = useAge();
  const ours = data.findings.filter(isOurs);
  const old = data.findings.length - ours.length;
  const shown = age === 'all' ? data.findings : ours;
  return (
    <>
      {old > 0 && (
        <Box sx={{ mb: 2 }}>
          <ChoiceButtons
            label="Which findings"
            choices={AGES}
            labels={{
              new: `Of this change (${ours.length})`,
              all: `All (${data.findings.length})`,
            }}
            value={age}
            onChange={setAge}
          />
        </Box>
      )}
      {shown.length === 0 && (
        <Typography variant="body2" color="text.secondary">
          {old > 0
            ? 'This change brings none; there were some before.'
            : 'Nothing was found.'}
        </Typography>
      )}
      {RISK_SEVERITIES.map(severity => (
        <Group
          key={severity}
          severity={severity}
          findings={shown}
          filesPath={filesPath}
        />
      ))}
    </>
  );
}

function Limits({ data }: { data: ChangeFindings }) {
  return (
    <>
      {data.codeScanning === 'unreadable' && (
        <Alert severity="warning" variant="outlined" sx={{ mb: 2, py: 0 }}>
          GitHub’s code scanning is not among them: {data.problem}.
        </Alert>
      )}
      {data.omitted > 0 && (
        <Alert severity="warning" variant="outlined" sx={{ mb: 2, py: 0 }}>
          {data.omitted} more are not listed: the report has to fit GitHub.
        </Alert>
      )}
    </>
  );
}

/** What the platform's policy, scanners and GitHub's code scanning found, worst first. */
export function FindingsPanel({ change }: { change: ChangeRequestDetail }) {
  const { number, headSha, planDigest } = change;
  const { data, error, refetch } = useFindings(number, headSha, planDigest);
  const filesPath = useSectionPath(number)('files');
  const count = data?.findings.filter(isOurs).length ?? 0;
  return (
    <Panel title={data ? `Findings (${count})` : 'Findings'}>
      {data && <Limits data={data} />}
      {data && <Findings data={data} filesPath={filesPath} />}
      {!data && <Loading what="findings" error={error} onRetry={refetch} />}
    </Panel>
  );
}
