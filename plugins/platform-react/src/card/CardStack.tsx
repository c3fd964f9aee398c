import { Children, ReactNode } from 'react';
import Box from '@mui/material/Box';

/**
 * Cards below each other. Each has a box of its own: a card takes all the height there is and may shrink, so that as
 * children of one column they would cut each other off.
 * @public
 */
export function CardStack(props: { children: ReactNode }) {
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 3 }}>
      {Children.toArray(props.children).map((child, index) => (
        <Box key={index} sx={{ flexShrink: 0, minWidth: 0 }}>
          {child}
        </Box>
      ))}
    </Box>
  );
}
