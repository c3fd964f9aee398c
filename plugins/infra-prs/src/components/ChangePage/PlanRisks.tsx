import { useState } from 'react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { PlanRisk } from '@slipway/plugin-infra-prs-common';
import { RiskChip } from './RiskChip';

/** Risks that are shown before somebody asks for more. */
const SHOWN = 6;

function AddressLink(props: {
  address: string;
  onFind(address: string): void;
}) {
  const { address, onFind } = props;
  return (
    <Link
      component="button"
      variant="body2"
      onClick={() => onFind(address)}
      title="Show this change"
      sx={{
        display: 'block',
        fontFamily: 'monospace',
        overflowWrap: 'anywhere',
        textAlign: 'left',
      }}
    >
      in {address}
    </Link>
  );
}

const columns = {
  display: 'grid',
  gridTemplateColumns: '92px minmax(0, 1fr)',
  columnGap: 1.5,
  alignItems: 'start',
} as const;

function RiskItem(props: { risk: PlanRisk; onFind(address: string): void }) {
  const { severity, address, message, why, fix } = props.risk;
  return (
    <Box component="li" sx={columns}>
      <Box>
        <RiskChip severity={severity} />
      </Box>
      <Box>
        <Typography variant="body2" sx={{ fontWeight: 600 }}>
          {message}.
        </Typography>
        {address !== undefined && (
          <AddressLink address={address} onFind={props.onFind} />
        )}
        <Typography variant="body2" color="text.secondary">
          {why} {fix}
        </Typography>
      </Box>
    </Box>
  );
}

/** What is at stake in a root, worst first, each with why it matters and what would do instead. */
export function PlanRisks(props: {
  risks: readonly PlanRisk[];
  onFind(address: string): void;
}) {
  const { risks, onFind } = props;
  const [all, setAll] = useState(false);
  if (risks.length === 0) return null;
  const shown = all ? risks : risks.slice(0, SHOWN);
  return (
    <Box sx={{ mb: 1.5 }}>
      <Box
        component="ul"
        aria-label="Risks"
        sx={{ display: 'grid', gap: 1.25, listStyle: 'none', m: 0, p: 0 }}
      >
        {shown.map((risk, index) => (
          <RiskItem key={index} risk={risk} onFind={onFind} />
        ))}
      </Box>
      {risks.length > SHOWN && (
        <Button size="small" onClick={() => setAll(!all)} aria-expanded={all}>
          {all ? 'Show fewer' : `Show all ${risks.length} risks`}
        </Button>
      )}
    </Box>
  );
}
