import { ResponseError } from '@backstage/errors';
import { useSlipwayQuery } from '@slipway/platform-react';
import { PreviewFile } from '../api/goldenPathSchemas';
import { useGoldenPathClient } from '../api/useGoldenPathClient';

/** What the form knows of its preview; the value of the field, so that the form can wait for it. */
export type PreviewState = 'loading' | 'ready' | 'refused' | 'unavailable';

export interface PreviewResult {
  readonly state: PreviewState;
  readonly files?: readonly PreviewFile[];
  /** What was wrong, in words. */
  readonly message?: string;
  retry(): void;
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
  const { data, error, isPlaceholderData, isFetching, refetch } = query;
  const retry = () => {
    refetch();
  };
  if (error && !isFetching) return { ...failure(error), retry };
  // Files of other answers would be worse than none.
  if (!data || isPlaceholderData) return { state: 'loading', retry };
  return { state: 'ready', files: data, retry };
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
