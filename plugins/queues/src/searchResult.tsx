import {
  SearchFilterResultTypeBlueprint,
  SearchResultListItemBlueprint,
} from '@backstage/plugin-search-react/alpha';
import { RiInboxLine } from '@remixicon/react';
import { QUEUE_DOCUMENT_TYPE } from '@slipway/plugin-queues-common';

/** A queue among the results of a search. */
export const queueSearchResult = SearchResultListItemBlueprint.make({
  name: 'queue',
  params: {
    predicate: ({ type }) => type === QUEUE_DOCUMENT_TYPE,
    icon: <RiInboxLine />,
    component: async () => {
      const { QueueSearchResult } = await import(
        './components/QueueSearchResult'
      );
      return QueueSearchResult;
    },
  },
});

/** Lets people search queues only. */
export const queueSearchType = SearchFilterResultTypeBlueprint.make({
  name: 'queues',
  params: { value: QUEUE_DOCUMENT_TYPE, name: 'Queues', icon: <RiInboxLine /> },
});
