import { useEffect, useRef } from 'react';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import Checkbox from '@mui/material/Checkbox';
import Chip from '@mui/material/Chip';
import FormControlLabel from '@mui/material/FormControlLabel';
import { Theme } from '@mui/material/styles';
import Typography from '@mui/material/Typography';
import { Link } from '@backstage/core-components';
import { RiArrowDownSLine, RiArrowRightSLine } from '@remixicon/react';
import { ChangedFile, safeText } from '@slipway/plugin-infra-prs-common';
import { LineCounts } from '../LineCounts';
import { isGenerated, statusWords } from './fileNote';
import { parsedFile } from './parsedFile';

/** What a file's header can do. */
export interface FileHeaderActions {
  onToggle(file: ChangedFile, open: boolean): void;
  onViewed(file: ChangedFile, viewed: boolean): void;
}

function Title({ file }: { file: ChangedFile }) {
  const words = statusWords(file);
  const from = file.previousPath && `${safeText(file.previousPath)} → `;
  return (
    <>
      <Typography
        component="span"
        variant="body2"
        sx={{ fontFamily: 'monospace', overflowWrap: 'anywhere' }}
      >
        {from}
        {safeText(file.path)}
      </Typography>
      {words && (
        <Typography component="span" variant="caption" color="text.secondary">
          {words}
        </Typography>
      )}
      {isGenerated(file) && <Chip size="small" label="Written by a program" />}
      {parsedFile(file).hides && (
        <Chip
          size="small"
          color="warning"
          variant="outlined"
          label="Holds hidden characters"
        />
      )}
    </>
  );
}

function Toggle(props: {
  file: ChangedFile;
  open: boolean;
  focus: object | undefined;
  onToggle(): void;
}) {
  const { file, open, focus } = props;
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (focus) button.current?.focus();
  }, [focus]);
  const Arrow = open ? RiArrowDownSLine : RiArrowRightSLine;
  return (
    <ButtonBase
      ref={button}
      aria-expanded={open}
      onClick={props.onToggle}
      focusRipple
      sx={{
        flex: 1,
        minWidth: 0,
        gap: 1,
        justifyContent: 'flex-start',
        textAlign: 'left',
        flexWrap: 'wrap',
        p: 0.5,
        '&:focus-visible': {
          outline: '2px solid',
          outlineColor: 'primary.main',
        },
      }}
    >
      <Arrow size={18} aria-hidden />
      <Title file={file} />
    </ButtonBase>
  );
}

const bar = {
  display: 'flex',
  alignItems: 'center',
  gap: 1.5,
  px: 1,
  mt: 1,
  border: 1,
  borderColor: 'divider',
  bgcolor: 'action.hover',
  borderRadius: 1,
  fontFamily: (theme: Theme) => theme.typography.fontFamily,
} as const;

/** Name of a file with what happened to it; folds its lines away. */
export function FileHeaderRow(
  props: FileHeaderActions & {
    file: ChangedFile;
    open: boolean;
    viewed: boolean;
    /** Set when it was walked to; a new object for each time. */
    focus: object | undefined;
  },
) {
  const { file, open, viewed, focus } = props;
  return (
    <Box sx={bar}>
      <Toggle
        file={file}
        open={open}
        focus={focus}
        onToggle={() => props.onToggle(file, !open)}
      />
      <LineCounts file={file} />
      {file.url && <Link to={file.url}>On GitHub</Link>}
      <FormControlLabel
        control={
          <Checkbox
            size="small"
            checked={viewed}
            onChange={(_, on) => props.onViewed(file, on)}
            inputProps={{ 'aria-label': `Viewed ${file.path}` }}
          />
        }
        label="Viewed"
        slotProps={{ typography: { variant: 'body2' } }}
        sx={{ mr: 0 }}
      />
    </Box>
  );
}
