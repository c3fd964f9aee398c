import Box from '@mui/material/Box';

/** Name of an environment. @public */
export function EnvironmentChip(props: { name: string }) {
  return (
    <Box
      component="span"
      sx={{
        display: 'inline-block',
        px: 1,
        py: 0.25,
        borderRadius: 1,
        border: '1px solid',
        borderColor: 'divider',
        color: 'text.secondary',
        fontSize: theme => theme.typography.caption.fontSize,
        fontWeight: 600,
        letterSpacing: '0.02em',
        lineHeight: 1.5,
        whiteSpace: 'nowrap',
      }}
    >
      {props.name}
    </Box>
  );
}
