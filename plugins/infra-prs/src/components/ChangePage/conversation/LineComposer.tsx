import Box from '@mui/material/Box';
import { useSay } from '../../../hooks/useConversation';
import { LinePlace, placeKey } from '../files/diffRows';
import { Composer } from './Composer';

/** Begins a thread on a line of the head that is on the screen. */
export function LineComposer(props: {
  number: number;
  headSha: string;
  place: LinePlace;
}) {
  const { number, headSha, place } = props;
  const say = useSay(number);
  return (
    <Box sx={{ p: 1, fontFamily: theme => theme.typography.fontFamily }}>
      <Composer
        draftKey={`${number}.${placeKey(place)}`}
        label={`Your comment on line ${place.line}`}
        submitLabel="Comment"
        most={20_000}
        pending={say.isPending}
        error={say.error}
        onSubmit={(body, done) =>
          say.mutate(
            { verb: 'begin', command: { headSha, ...place, body } },
            { onSuccess: done },
          )
        }
      />
    </Box>
  );
}
