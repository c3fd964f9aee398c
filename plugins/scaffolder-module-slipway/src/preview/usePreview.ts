import { ResponseError } from '@backstage/errors';
import { useSlipwayQuery } from '@slipway/platform-react';
import { Preview } from '../api/previewSchemas';
import { useGoldenPathClient } from '../api/useGoldenPathClient';

/** What the form knows of its preview; the value of the field, so that the form can wait for it. */
export type PreviewState =
  | 'loading'
  | 'ready'
  | 'blocked'
  | 'refused'
  | 'unavailable';

export interface PreviewResult {
  readonly state: PreviewState;
  readonly preview?: Preview;
  /** What was wrong, in words. */
  readonly message?: string;
  /** When the preview was made, in milliseconds. */
  readonly madeAt: number;
  /** It is being made anew; `preview` is the one before. */
  readonly renewing: boolean;
  /** `preview` was made with other answers. */
  readonly stale: boolean;
  renew(): void;
}

/** Previews a run of a template. */
export function usePreview(
  templateRef: string,
  values: Record<string, unknown>,
): PreviewResult {
  const client = useGoldenPathClient();
  const query = useSlipwayQuery({
    name: 'slipway.preview',
    subject: templateRef,
    parameters: { values: JSON.stringify(values) },
    refetchInterval: false,
    queryFn: context => client.preview({ templateRef, values }, context),
  });
  const { data, error, isPlaceholderData: stale, isFetching, refetch } = query;
  const common = {
    madeAt: query.dataUpdatedAt,
    renewing: isFetching,
    stale,
    renew: () => {
      refetch();
    },
  };
  if (error && !isFetching) return { ...common, ...failure(error) };
  // What was made of other answers is shown as such, and never lets the form go on.
  if (!data || stale) return { ...common, state: 'loading', preview: data };
  return { ...common, state: stateOf(data), preview: data };
}

function stateOf({ findings = [] }: Preview): PreviewState {
  return findings.some(({ severity }) => severity === 'error')
    ? 'blocked'
    : 'ready';
}

function failure(error: Error): Pick<PreviewResult, 'state' | 'message'> {
  if (!(error instanceof ResponseError)) {
    return { state: 'unavailable', message: error.message };
  }
  return {
    state: error.statusCode === 400 ? 'refused' : 'unavailable',
    message: error.body.error.message,
  };
}
