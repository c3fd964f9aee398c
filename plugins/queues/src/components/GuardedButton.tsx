import { ReactNode } from 'react';
import Button from '@mui/material/Button';
import Tooltip from '@mui/material/Tooltip';

/**
 * A button that may not be pressed for a reason. It keeps the focus, so that the reason can be read with a keyboard and by
 * screen readers.
 */
export function GuardedButton(props: {
  children: ReactNode;
  /** Why it cannot be pressed. */
  whyNot: string | undefined;
  onClick(): void;
  variant?: 'contained' | 'outlined' | 'text';
  color?: 'primary' | 'error' | 'inherit';
  size?: 'small' | 'medium';
  icon?: ReactNode;
}) {
  const { children, whyNot, onClick, icon, ...looks } = props;
  const off = whyNot !== undefined;
  return (
    <Tooltip title={whyNot ?? ''} describeChild>
      <Button
        {...looks}
        startIcon={icon}
        aria-disabled={off || undefined}
        disableRipple={off}
        onClick={off ? undefined : onClick}
        sx={off ? { opacity: 0.5, cursor: 'not-allowed' } : undefined}
      >
        {children}
      </Button>
    </Tooltip>
  );
}
