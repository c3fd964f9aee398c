import {
  Link,
  sidebarConfig,
  useSidebarOpenState,
} from '@backstage/core-components';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';

/** A hull on its slipway. */
const Mark = () => (
  <svg width="28" height="28" viewBox="0 0 28 28" aria-hidden="true">
    <path d="M3 12h22l-4 8H8z" fill="#4cc3ff" />
    <path d="M13 3h2v8h-2zM16 5l6 5h-6z" fill="#ffffff" />
    <path d="M2 25l24-3v2L2 27z" fill="#b9c6d8" />
  </svg>
);

export const SidebarLogo = () => {
  const { isOpen } = useSidebarOpenState();
  return (
    <Box
      sx={{
        width: isOpen ? '100%' : sidebarConfig.drawerWidthClosed,
        height: 72,
        display: 'flex',
        alignItems: 'center',
        pl: '22px',
      }}
    >
      <Link to="/" underline="none" aria-label="Slipway home">
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5 }}>
          <Mark />
          {isOpen && (
            <Typography
              component="span"
              sx={{ color: '#fff', fontWeight: 700, fontSize: 20 }}
            >
              Slipway
            </Typography>
          )}
        </Box>
      </Link>
    </Box>
  );
};
