import { useState } from 'react';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { SourceStateAlert } from '@slipway/platform-react';
import {
  ChangeRequestDetail,
  manifestCountsText,
  ManifestReport,
} from '@slipway/plugin-infra-prs-common';
import { useManifests } from '../../../hooks/useManifests';
import { Loading } from '../Loading';
import { MovedAlert } from '../MovedAlert';
import { Panel } from '../Panel';
import { usePinned } from '../usePinned';
import { ManifestFilterBar } from './ManifestFilterBar';
import { ManifestTargetView } from './ManifestTargetView';
import { useManifestFilters } from './useManifestFilters';

/** Fewer objects are seen at a glance. */
const FEW = 6;

function Targets({ report }: { report: ManifestReport }) {
  const filters = useManifestFilters();
  const count = report.targets.flatMap(({ objects }) => objects).length;
  // Stays while somebody clears what they looked for.
  const [isLong] = useState(
    count > FEW || filters.isSet || filters.environment !== '',
  );
  const shown = report.targets.filter(filters.selectTarget);
  return (
    <>
      {isLong && (
        <ManifestFilterBar targets={report.targets} filters={filters} />
      )}
      {shown.length === 0 && (
        <Typography variant="body2" color="text.secondary">
          Nothing changes in this environment.
        </Typography>
      )}
      <Box sx={{ display: 'grid', gap: 3 }}>
        {shown.map(target => (
          <ManifestTargetView
            key={`${target.kind} ${target.path}`}
            target={target}
            filters={filters}
          />
        ))}
      </Box>
    </>
  );
}

function Report({ report }: { report: ManifestReport }) {
  return (
    <>
      {report.notes.map(note => (
        <Alert
          key={note}
          severity="warning"
          variant="outlined"
          sx={{ mb: 2, py: 0, overflowWrap: 'anywhere' }}
        >
          {note}.
        </Alert>
      ))}
      {report.targets.length > 0 ? (
        <Targets report={report} />
      ) : (
        <Typography variant="body2" color="text.secondary">
          No Kubernetes manifests change.
        </Typography>
      )}
    </>
  );
}

/** What the change does to rendered Kubernetes manifests, per folder and environment. */
export function KubernetesPanel({ change }: { change: ChangeRequestDetail }) {
  const { shown, moved, follow } = usePinned(change.headSha);
  const { data, error, refetch } = useManifests(change.number, shown);
  const counts = data && manifestCountsText(data.report.targets);
  return (
    <Panel
      title="Kubernetes"
      aside={
        counts && (
          <Typography variant="body2" color="text.secondary">
            {counts}
          </Typography>
        )
      }
    >
      {moved && <MovedAlert what="manifests" onFollow={follow} />}
      {data && data.source.state !== 'ok' && (
        <SourceStateAlert result={data.source} />
      )}
      {data && <Report report={data.report} />}
      {!data && <Loading what="manifests" error={error} onRetry={refetch} />}
    </Panel>
  );
}
