import {
  parseRequestMetadata,
  RequestMetadata,
} from '@slipway/plugin-infra-prs-common';
import { PullFacts } from './changeFacts';

const read = new WeakMap<object, { readonly metadata?: RequestMetadata }>();

/** What the form wrote into the body; read once for all who look at the same answer of GitHub. */
export function metadataOf(
  pull: Pick<PullFacts, 'body'>,
): RequestMetadata | undefined {
  const known = read.get(pull);
  if (known) return known.metadata;
  const metadata = parseRequestMetadata(pull.body);
  read.set(pull, { metadata });
  return metadata;
}
