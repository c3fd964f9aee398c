import { SourceResult } from '@slipway/platform-common';

/** A queue among those of an entity, as `?queue=` names it: `prod/orders`. */
export function queueKey({ source }: SourceResult<unknown>): string {
  return `${source.environment}/${source.target}`;
}
