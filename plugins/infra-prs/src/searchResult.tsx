import {
  SearchFilterResultTypeBlueprint,
  SearchResultListItemBlueprint,
} from '@backstage/plugin-search-react/alpha';
import { RiGitPullRequestLine } from '@remixicon/react';
import { CHANGE_DOCUMENT_TYPE } from '@slipway/plugin-infra-prs-common';

/** A change among the results of a search. */
export const changeSearchResult = SearchResultListItemBlueprint.make({
  name: 'change',
  params: {
    predicate: ({ type }) => type === CHANGE_DOCUMENT_TYPE,
    icon: <RiGitPullRequestLine />,
    component: async () => {
      const { ChangeSearchResult } = await import(
        './components/ChangeSearchResult/ChangeSearchResult'
      );
      return ChangeSearchResult;
    },
  },
});

/** Lets people search changes only. */
export const changeSearchType = SearchFilterResultTypeBlueprint.make({
  name: 'changes',
  params: {
    value: CHANGE_DOCUMENT_TYPE,
    name: 'Changes',
    icon: <RiGitPullRequestLine />,
  },
});
