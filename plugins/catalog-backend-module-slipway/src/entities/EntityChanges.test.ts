import { ResourceEntity } from '@backstage/catalog-model';
import { annotations } from '@slipway/platform-common';
import { EntityChanges } from './EntityChanges';

const arn = (name: string) => `arn:aws:sqs:eu-west-1:111111111111:${name}`;
const entity = (name: string, owner = 'group:default/a'): ResourceEntity => ({
  apiVersion: 'backstage.io/v1beta1',
  kind: 'Resource',
  metadata: { name, annotations: { [annotations.sqsQueueArn]: arn(name) } },
  spec: { type: 'sqs-queue', owner },
});

/** What is told of each run, in short: `full a,b` or `+a -b`. */
function tell(
  changes: EntityChanges,
  entities: ResourceEntity[],
  queues: { listed?: string[]; complete?: boolean; fails?: boolean } = {},
): string | undefined {
  const names = queues.listed ?? entities.map(({ metadata }) => metadata.name);
  const next = changes.next(entities, {
    listed: new Set(names.map(arn)),
    complete: queues.complete ?? true,
  });
  if (next && !queues.fails) {
    next.applied();
  }
  const nameOf = (item: object) =>
    'entity' in item ? (item.entity as ResourceEntity).metadata.name : '?';
  return next?.mutation.type === 'full'
    ? `full ${next.mutation.entities.map(nameOf)}`
    : next &&
        `+${next.mutation.added.map(nameOf)} -${next.mutation.removed.map(
          nameOf,
        )}`;
}

describe('EntityChanges', () => {
  it('tells everything once, then only what changed', () => {
    const changes = new EntityChanges('queues');
    expect(tell(changes, [entity('a'), entity('b')])).toBe('full a,b');
    expect(tell(changes, [entity('a'), entity('b')])).toBeUndefined();
    expect(tell(changes, [entity('a', 'group:default/b'), entity('c')])).toBe(
      '+a,c -b',
    );
  });

  it('tells again what could not be applied', () => {
    const changes = new EntityChanges('queues');
    expect(tell(changes, [entity('a')], { fails: true })).toBe('full a');
    expect(tell(changes, [entity('a')])).toBe('full a');
    const both = [entity('a'), entity('b')];
    expect(tell(changes, both, { fails: true })).toBe('+b -');
    expect(tell(changes, both)).toBe('+b -');
  });

  it('removes nothing that is there but may not be described', () => {
    const changes = new EntityChanges('queues');
    const part = { complete: false };
    // Not everything, after a start: a full mutation would remove the rest.
    expect(tell(changes, [entity('a')], part)).toBe('+a -');
    expect(tell(changes, [entity('a'), entity('b')])).toBe('full a,b');
    expect(
      tell(changes, [entity('a')], { ...part, listed: ['a', 'b'] }),
    ).toBeUndefined();
    expect(tell(changes, [entity('a')], { ...part, listed: ['a'] })).toBe(
      '+ -b',
    );
  });
});
