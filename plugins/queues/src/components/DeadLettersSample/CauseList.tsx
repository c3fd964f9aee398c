import Box from '@mui/material/Box';
import { MessageGroup } from '@slipway/plugin-queues-common';
import { rovingItem, useRovingFocus } from '../../hooks/useRovingFocus';
import { CauseContent } from './CauseContent';

const causeStyle = (pressed: boolean) => ({
  display: 'block',
  width: '100%',
  p: 1.25,
  textAlign: 'start',
  font: 'inherit',
  color: 'text.primary',
  cursor: 'pointer',
  border: '1px solid',
  borderColor: pressed ? 'primary.main' : 'divider',
  borderRadius: 1,
  bgcolor: pressed ? 'action.selected' : 'background.paper',
  '&:hover': { bgcolor: 'action.hover' },
  '&:focus-visible': { outline: '2px solid', outlineColor: 'primary.main' },
});

/** Messages that failed alike, the most frequent first; pressing one shows only its messages. */
export function CauseList(props: {
  groups: readonly MessageGroup[];
  /** Messages in the sample. */
  seen: number;
  /** Fingerprint of the cause whose messages are shown. */
  chosen: string | undefined;
  onChoose(fingerprint: string | undefined): void;
}) {
  const { groups, seen, chosen, onChoose } = props;
  const onKeyDown = useRovingFocus();
  const stop = groups.some(({ fingerprint }) => fingerprint === chosen)
    ? chosen
    : groups[0]?.fingerprint;
  return (
    <Box
      component="ul"
      aria-label="Causes"
      onKeyDown={onKeyDown}
      sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 1 }}
    >
      {groups.map(group => {
        const { fingerprint } = group;
        const pressed = fingerprint === chosen;
        return (
          <li key={fingerprint}>
            <Box
              component="button"
              type="button"
              aria-pressed={pressed}
              tabIndex={fingerprint === stop ? 0 : -1}
              onClick={() => onChoose(pressed ? undefined : fingerprint)}
              {...rovingItem('cause')}
              sx={causeStyle(pressed)}
            >
              <CauseContent group={group} seen={seen} />
            </Box>
          </li>
        );
      })}
    </Box>
  );
}
