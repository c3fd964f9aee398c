import Box from '@mui/material/Box';
import Tooltip from '@mui/material/Tooltip';
import { alpha } from '@mui/material/styles';
import {
  RiAlertFill,
  RiCheckboxCircleFill,
  RiCloseCircleFill,
  RiLoader4Line,
  RiQuestionFill,
} from '@remixicon/react';

/** @public */
export type StatusKind = 'ok' | 'warning' | 'error' | 'progress' | 'unknown';

const LOOKS = {
  ok: { icon: RiCheckboxCircleFill, color: 'success' },
  warning: { icon: RiAlertFill, color: 'warning' },
  error: { icon: RiCloseCircleFill, color: 'error' },
  progress: { icon: RiLoader4Line, color: 'info' },
  unknown: { icon: RiQuestionFill, color: undefined },
} as const;

const spin = {
  '@keyframes slipway-spin': { to: { transform: 'rotate(360deg)' } },
  animation: 'slipway-spin 1.6s linear infinite',
  '@media (prefers-reduced-motion: reduce)': { animation: 'none' },
};

/** A state in words with an icon of its own shape, so that colour is never the only sign. @public */
export function StatusChip(props: {
  status: StatusKind;
  label: string;
  /** More words, on hover. */
  title?: string;
}) {
  const { icon: Icon, color } = LOOKS[props.status];
  const chip = (
    <Box
      component="span"
      sx={theme => {
        const main = color
          ? theme.palette[color].main
          : theme.palette.text.secondary;
        return {
          display: 'inline-flex',
          alignItems: 'center',
          gap: 0.5,
          px: 1,
          py: 0.25,
          borderRadius: 1,
          border: `1px solid ${alpha(main, 0.4)}`,
          backgroundColor: alpha(main, 0.1),
          color: 'text.primary',
          fontSize: theme.typography.caption.fontSize,
          fontWeight: 500,
          lineHeight: 1.5,
          whiteSpace: 'nowrap',
          '& svg': { color: main, flexShrink: 0 },
        };
      }}
    >
      <Box
        component="span"
        sx={{
          display: 'inline-flex',
          ...(props.status === 'progress' && spin),
        }}
      >
        <Icon size={14} aria-hidden />
      </Box>
      {props.label}
    </Box>
  );
  return props.title ? <Tooltip title={props.title}>{chip}</Tooltip> : chip;
}
