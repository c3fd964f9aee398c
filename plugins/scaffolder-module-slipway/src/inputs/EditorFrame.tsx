import { ReactNode } from 'react';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';

/** One item of a list in a form: its heading, what can be done with all of it, its inputs. */
export function EditorFrame(props: {
  title: string;
  actions?: ReactNode;
  children: ReactNode;
}) {
  return (
    <Box
      component="section"
      aria-label={props.title}
      sx={{
        border: 1,
        borderColor: 'divider',
        borderRadius: 1,
        p: 2,
        display: 'flex',
        flexDirection: 'column',
        gap: 2,
      }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
        <Typography
          variant="subtitle2"
          component="h4"
          sx={{ flexGrow: 1, overflowWrap: 'anywhere' }}
        >
          {props.title}
        </Typography>
        {props.actions}
      </Box>
      {props.children}
    </Box>
  );
}
