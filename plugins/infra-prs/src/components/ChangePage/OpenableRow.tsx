import { ReactNode, useId } from 'react';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import { RiArrowDownSLine, RiArrowRightSLine } from '@remixicon/react';

/** A row of a list whose details open below it. */
export function OpenableRow(props: {
  readonly summary: ReactNode;
  readonly open: boolean;
  onToggle(): void;
  readonly children: ReactNode;
}) {
  const { summary, open, onToggle, children } = props;
  const id = useId();
  const Arrow = open ? RiArrowDownSLine : RiArrowRightSLine;
  return (
    <Box sx={{ borderBottom: 1, borderColor: 'divider' }}>
      <ButtonBase
        onClick={onToggle}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        focusRipple
        sx={{
          display: 'flex',
          gap: 1.5,
          alignItems: 'baseline',
          width: '100%',
          textAlign: 'left',
          px: 1,
          py: 0.75,
          '&:hover': { backgroundColor: 'action.hover' },
        }}
      >
        <Arrow size={16} aria-hidden style={{ alignSelf: 'center' }} />
        {summary}
      </ButtonBase>
      {open && (
        <Box id={id} sx={{ px: 1, pb: 1.5, pl: 4 }}>
          {children}
        </Box>
      )}
    </Box>
  );
}
