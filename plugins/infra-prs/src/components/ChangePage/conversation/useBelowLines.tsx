import { useCallback, useMemo } from 'react';
import Box from '@mui/material/Box';
import { ConversationThread } from '@slipway/plugin-infra-prs-common';
import { useConversation } from '../../../hooks/useConversation';
import { BelowLine, LinePlace, placeKey } from '../files/diffRows';
import { LineComposer } from './LineComposer';
import { ThreadCard } from './ThreadCard';

function byPlace(threads: readonly ConversationThread[]) {
  const places = new Map<string, ConversationThread[]>();
  for (const thread of threads) {
    const { path, side, line } = thread;
    if (line === undefined) continue;
    const key = placeKey({ path, side, line });
    places.set(key, [...(places.get(key) ?? []), thread]);
  }
  return places;
}

/** What stands below the lines of the files: their threads, and room to write below the one that is chosen. */
export function useBelowLines(number: number, headSha: string) {
  const { data } = useConversation(number);
  const threads = data?.threads;
  const places = useMemo(() => byPlace(threads ?? []), [threads]);
  return useCallback(
    (place: LinePlace, chosen: boolean): readonly BelowLine[] => {
      const key = placeKey(place);
      const own = (places.get(key) ?? []).map(thread => ({
        key: `thread ${thread.id}`,
        node: (
          <Box sx={{ p: 1 }}>
            <ThreadCard number={number} thread={thread} />
          </Box>
        ),
      }));
      if (!chosen) return own;
      const write = <LineComposer {...{ number, headSha, place }} />;
      return [...own, { key: `write ${key}`, node: write }];
    },
    [places, number, headSha],
  );
}
