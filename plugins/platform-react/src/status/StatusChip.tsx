import Tooltip from '@mui/material/Tooltip';
import { alpha, styled, useTheme } from '@mui/material/styles';
import {
  RiAlertFill,
  RiCheckboxCircleFill,
  RiCloseCircleFill,
  RiLoader4Line,
  RiQuestionFill,
} from '@remixicon/react';
import { mainColor } from './mainColor';

/** @public */
export type StatusKind = 'ok' | 'warning' | 'error' | 'progress' | 'unknown';

const LOOKS = {
  ok: { icon: RiCheckboxCircleFill, color: 'success' },
  warning: { icon: RiAlertFill, color: 'warning' },
  error: { icon: RiCloseCircleFill, color: 'error' },
  progress: { icon: RiLoader4Line, color: 'info' },
  unknown: { icon: RiQuestionFill, color: undefined },
} as const;

// Lists draw many of them, where `sx` would cost more than all else in a row.
const Chip = styled('span')(({ theme }) => ({
  display: 'inline-flex',
  alignItems: 'center',
  gap: theme.spacing(0.5),
  padding: theme.spacing(0.25, 1),
  borderRadius: theme.shape.borderRadius,
  border: '1px solid',
  color: theme.palette.text.primary,
  fontSize: theme.typography.caption.fontSize,
  fontWeight: 500,
  lineHeight: 1.5,
  whiteSpace: 'nowrap',
  '& svg': { flexShrink: 0 },
}));

const Spinning = styled('span')({
  display: 'inline-flex',
  '@keyframes slipway-spin': { to: { transform: 'rotate(360deg)' } },
  animation: 'slipway-spin 1.6s linear infinite',
  '@media (prefers-reduced-motion: reduce)': { animation: 'none' },
});

/** A state in words with an icon of its own shape, so that colour is never the only sign. @public */
export function StatusChip(props: {
  status: StatusKind;
  label: string;
  /** More words, on hover. */
  title?: string;
}) {
  const { palette } = useTheme();
  const { icon: Icon, color } = LOOKS[props.status];
  const main = mainColor(palette, color);
  const icon = <Icon size={14} color={main} aria-hidden />;
  const chip = (
    <Chip
      style={{
        borderColor: alpha(main, 0.4),
        backgroundColor: alpha(main, 0.1),
      }}
    >
      {props.status === 'progress' ? <Spinning>{icon}</Spinning> : icon}
      {props.label}
    </Chip>
  );
  return props.title ? <Tooltip title={props.title}>{chip}</Tooltip> : chip;
}
