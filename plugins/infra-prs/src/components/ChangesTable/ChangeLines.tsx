import Box from '@mui/material/Box';
import { ChangeRequest } from '@slipway/plugin-infra-prs-common';
import { ChangeLine } from './ChangeLine';

/** A few changes, each in two lines. */
export function ChangeLines(props: { items: readonly ChangeRequest[] }) {
  return (
    <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
      {props.items.map(item => (
        <ChangeLine key={item.number} item={item} />
      ))}
    </Box>
  );
}
