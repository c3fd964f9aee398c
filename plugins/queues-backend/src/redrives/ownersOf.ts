import {
  parseEntityRef,
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { ResolvedQueue } from '../services/QueueResolver';

/** Entity refs of those who own the queue, and the entity it was reached through. */
export function ownersOf({ entity, catalog }: ResolvedQueue): string[] {
  const related = (entity.relations ?? [])
    .filter(({ type }) => type === RELATION_OWNED_BY)
    .map(({ targetRef }) => targetRef);
  const { owner } = entity.spec ?? {};
  const declared =
    related.length === 0 && typeof owner === 'string' ? [owner] : [];
  const refs = [
    ...related,
    ...declared,
    ...catalog.flatMap(it => it.owner ?? []),
  ];
  return [...new Set(refs.flatMap(full))];
}

function full(ref: string): string[] {
  try {
    return [
      stringifyEntityRef(
        parseEntityRef(ref, {
          defaultKind: 'group',
          defaultNamespace: 'default',
        }),
      ),
    ];
  } catch {
    return [];
  }
}
