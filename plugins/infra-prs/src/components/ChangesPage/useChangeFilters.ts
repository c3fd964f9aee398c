import { useSearchParams } from 'react-router-dom';
import { ChangeRequest } from '@slipway/plugin-infra-prs-common';

const STATES = ['open', 'merged', 'all'] as const;
const SHOWS = ['everyone', 'waiting', 'mine'] as const;

/** Which changes by state. */
export type StateFilter = (typeof STATES)[number];
/** Which changes by what they have to do with the person who looks. */
export type ShowFilter = (typeof SHOWS)[number];

/** The filters of the list; the URL holds them, so that a link shows the same. */
export function useChangeFilters() {
  const [params, setParams] = useSearchParams();
  const state = STATES.find(s => s === params.get('state')) ?? 'open';
  const show = SHOWS.find(s => s === params.get('show')) ?? 'everyone';
  const set = (name: 'state' | 'show', value: string) =>
    setParams(previous => {
      const next = new URLSearchParams(previous);
      next.set(name, value);
      return next;
    });
  return {
    state,
    show,
    setState: (value: StateFilter) => set('state', value),
    setShow: (value: ShowFilter) => set('show', value),
    select: ({ viewer }: ChangeRequest) =>
      show === 'everyone' ||
      (show === 'mine' ? viewer.isRequester : viewer.canApprove),
  };
}
