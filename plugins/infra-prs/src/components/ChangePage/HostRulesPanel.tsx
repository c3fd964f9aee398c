import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { StatusChip } from '@slipway/platform-react';
import { CodeOwnerNeed, HostRules } from '@slipway/plugin-infra-prs-common';
import { Panel } from './Panel';

const SHOWN = 3;

function pathWords(paths: readonly string[]): string {
  const more = paths.length - SHOWN;
  const shown = paths.slice(0, SHOWN).join(', ');
  return more > 0 ? `${shown} and ${more} more` : shown;
}

function OwnerRow(props: { need: CodeOwnerNeed; required: boolean }) {
  const { need, required } = props;
  const { approvedBy, owners, paths } = need;
  const open = required ? 'warning' : 'unknown';
  return (
    <Box component="li" sx={{ display: 'flex', gap: 1.5 }}>
      <Box sx={{ width: 120, flexShrink: 0 }}>
        <StatusChip
          status={approvedBy ? 'ok' : open}
          label={approvedBy ? `${approvedBy} approved` : 'Not yet'}
        />
      </Box>
      <Box sx={{ minWidth: 0 }}>
        <Typography variant="body2" fontWeight={600}>
          {owners.join(' or ')}
        </Typography>
        <Typography
          variant="body2"
          color="text.secondary"
          sx={{ overflowWrap: 'anywhere' }}
        >
          {pathWords(paths)}
        </Typography>
      </Box>
    </Box>
  );
}

function CodeOwners({ codeOwners }: { codeOwners: HostRules['codeOwners'] }) {
  const { needs, path, required } = codeOwners;
  if (!path || needs.length === 0) return null;
  return (
    <>
      <Typography variant="subtitle2" component="h3" sx={{ mt: 1.5, mb: 1 }}>
        Code owners, by {path}
        {!required && ' (asked, but not needed to merge)'}
      </Typography>
      <Box
        component="ul"
        aria-label="Code owners"
        sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 1 }}
      >
        {needs.map(need => (
          <OwnerRow
            key={need.owners.join(' ')}
            need={need}
            required={required}
          />
        ))}
      </Box>
    </>
  );
}

/** What GitHub itself asks for before it merges, which no one in the portal can change. */
export function HostRulesPanel({ rules: host }: { rules: HostRules }) {
  return (
    <Panel title={`What GitHub asks for on ${host.branch}`}>
      {host.rules.length === 0 && !host.unknown && (
        <Typography variant="body2" color="text.secondary">
          Nothing: the branch has no rules.
        </Typography>
      )}
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
        {host.rules.map(rule => (
          <Typography key={rule} component="li" variant="body2">
            {rule}
          </Typography>
        ))}
      </Box>
      {host.unknown && (
        <Typography variant="body2" color="text.secondary" sx={{ mt: 1 }}>
          {host.unknown}.
        </Typography>
      )}
      <CodeOwners codeOwners={host.codeOwners} />
    </Panel>
  );
}
