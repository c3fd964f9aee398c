import { useState } from 'react';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { ChoiceButtons } from '@slipway/platform-react';
import { ManifestObject } from '@slipway/plugin-infra-prs-common';
import { AttributeTable } from '../AttributeTable';
import { OpenableRow } from '../OpenableRow';
import { PatchView } from '../PatchView';
import { RiskChip } from '../RiskChip';
import { MANIFEST_LOOKS, ManifestRow } from './manifestRows';

const VIEWS = ['fields', 'unified', 'split'] as const;
type View = (typeof VIEWS)[number];

const VIEW_LABELS: Readonly<Record<View, string>> = {
  fields: 'Fields',
  unified: 'YAML',
  split: 'YAML side by side',
};

function Summary({ row: { object, risks } }: { row: ManifestRow }) {
  const { sign, word, color } = MANIFEST_LOOKS[object.action];
  return (
    <>
      <Box component="span" sx={{ color, fontWeight: 700, minWidth: 84 }}>
        {sign} {word}{' '}
      </Box>
      <Box component="span" sx={{ flex: 1, minWidth: 0 }}>
        <Typography
          component="span"
          variant="body2"
          sx={{ fontFamily: 'monospace', overflowWrap: 'anywhere' }}
        >
          {object.key}{' '}
        </Typography>
        <Typography
          component="span"
          variant="caption"
          color="text.secondary"
          display="block"
          sx={{ overflowWrap: 'anywhere' }}
        >
          {object.file}
        </Typography>
      </Box>
      {risks.length > 0 && <RiskChip severity={risks[0].severity} />}
    </>
  );
}

function Details({ object }: { object: ManifestObject }) {
  const views = VIEWS.filter(
    view => view !== 'fields' || object.action === 'change',
  );
  const [chosen, setView] = useState<View>(views[0]);
  return (
    <>
      <Box sx={{ my: 1 }}>
        <ChoiceButtons
          label="How to show the differences"
          choices={views}
          labels={VIEW_LABELS}
          value={chosen}
          onChange={setView}
        />
      </Box>
      {chosen === 'fields' && (
        <AttributeTable
          attributes={object.fields}
          omitted={object.omittedFields}
        />
      )}
      {chosen !== 'fields' && object.patch !== undefined && (
        <Box sx={{ overflowX: 'auto' }}>
          <PatchView patch={object.patch} name={object.file} view={chosen} />
        </Box>
      )}
      {chosen !== 'fields' && object.patch === undefined && (
        <Typography variant="body2" color="text.secondary">
          Its YAML is too long to be compared here.
        </Typography>
      )}
    </>
  );
}

/** One object; its fields and its YAML before and after open below it. */
export function ManifestObjectRow(props: {
  readonly row: ManifestRow;
  readonly open: boolean;
  onToggle(): void;
}) {
  const { row, open, onToggle } = props;
  return (
    <OpenableRow
      summary={<Summary row={row} />}
      open={open}
      onToggle={onToggle}
    >
      <Details object={row.object} />
    </OpenableRow>
  );
}
