import { ReactNode, useId } from 'react';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import { styled } from '@mui/material/styles';
import { RiArrowDownSLine, RiArrowRightSLine } from '@remixicon/react';

// Worked out once, and not for each of a thousand rows.
const Row = styled('div')(({ theme }) => ({
  borderBottom: `1px solid ${theme.palette.divider}`,
}));

const Summary = styled(ButtonBase)(({ theme }) => ({
  display: 'flex',
  gap: theme.spacing(1.5),
  alignItems: 'baseline',
  width: '100%',
  textAlign: 'left',
  padding: theme.spacing(0.75, 1),
  '&:hover, &:focus-visible': {
    backgroundColor: theme.palette.action.hover,
  },
  '&:focus-visible': {
    outline: `2px solid ${theme.palette.primary.main}`,
    outlineOffset: -2,
  },
}));

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
    <Row>
      <Summary
        onClick={onToggle}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        disableRipple
      >
        <Arrow size={16} aria-hidden style={{ alignSelf: 'center' }} />
        {summary}
      </Summary>
      {open && (
        <Box id={id} sx={{ px: 1, pb: 1.5, pl: 4 }}>
          {children}
        </Box>
      )}
    </Row>
  );
}
