import { parseEntityRef } from '@backstage/catalog-model';
import { IndexableDocument } from '@backstage/plugin-search-common';
import {
  ChangeDocument,
  RequestSummary,
} from '@slipway/plugin-infra-prs-common';

/** What is about anything may be no ref: bodies of pull requests are anybody's. */
function nameOf(ref: string): string {
  try {
    return parseEntityRef(ref, { defaultKind: 'user' }).name;
  } catch {
    return ref;
  }
}

/** The document of a request. Pure. */
export function toChangeDocument(
  change: RequestSummary,
): IndexableDocument & ChangeDocument {
  const { number, entityRef, owner, requesters, environments } = change;
  const sentences = [
    `Change #${number}, ${change.state}`,
    entityRef && `of ${nameOf(entityRef)}`,
    environments.length > 0 && `in ${environments.join(', ')}`,
    owner && `owned by ${nameOf(owner)}`,
    requesters.length > 0 &&
      `asked for by ${requesters.map(nameOf).join(', ')}`,
    change.template && `by the form ${nameOf(change.template)}`,
  ];
  return {
    ...change,
    text: sentences.filter(Boolean).join('; '),
    location: `/infra-prs/${number}`,
  };
}
