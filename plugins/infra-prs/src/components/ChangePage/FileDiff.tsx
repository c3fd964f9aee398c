import Accordion from '@mui/material/Accordion';
import AccordionDetails from '@mui/material/AccordionDetails';
import AccordionSummary from '@mui/material/AccordionSummary';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { RiArrowDownSLine } from '@remixicon/react';
import { ChangedFile } from '@slipway/plugin-infra-prs-common';
import { fileAnchor } from './fileAnchor';
import { LineCounts } from './LineCounts';
import { PatchView } from './PatchView';

function FileTitle({ file }: { file: ChangedFile }) {
  return (
    <Box sx={{ display: 'flex', gap: 1.5, alignItems: 'baseline', flex: 1 }}>
      <Typography
        variant="body2"
        component="span"
        sx={{ fontFamily: 'monospace', wordBreak: 'break-all', flex: 1 }}
      >
        {file.previousPath && `${file.previousPath} → `}
        {file.path}
      </Typography>
      <Typography variant="caption" color="text.secondary">
        {file.status}
      </Typography>
      <LineCounts file={file} />
    </Box>
  );
}

/** One file with its differences, which can be folded away. */
export function FileDiff(props: {
  file: ChangedFile;
  view: 'unified' | 'split';
  open: boolean;
  onToggle(open: boolean): void;
}) {
  const { file } = props;
  return (
    <Accordion
      id={fileAnchor(file.path)}
      disableGutters
      elevation={0}
      variant="outlined"
      expanded={props.open}
      onChange={(_, open) => props.onToggle(open)}
      TransitionProps={{ unmountOnExit: true, timeout: 0 }}
    >
      <AccordionSummary
        expandIcon={<RiArrowDownSLine size={18} aria-hidden />}
        aria-label={`${file.path}, ${file.status}`}
      >
        <FileTitle file={file} />
      </AccordionSummary>
      <AccordionDetails sx={{ p: 0, overflowX: 'auto' }}>
        <PatchView patch={file.patch} view={props.view} />
      </AccordionDetails>
    </Accordion>
  );
}
