import { Entity } from '@backstage/catalog-model';
import { isQueuesAvailable } from './isQueuesAvailable';

const component = (changes: Partial<Entity> = {}): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'orders' },
  ...changes,
});

const annotated = (name: string, value: string) =>
  component({ metadata: { name: 'orders', annotations: { [name]: value } } });

const related = (type: string, targetRef: string) =>
  component({ relations: [{ type, targetRef }] });

describe('isQueuesAvailable', () => {
  it.each<[string, Entity, boolean]>([
    ['names nothing', component(), false],
    [
      'names ARNs',
      annotated('aws.amazon.com/amazon-sqs-queue-arn', 'arn:aws:sqs:x'),
      true,
    ],
    [
      'names tags',
      annotated('aws.amazon.com/amazon-sqs-queue-tags', 'app=orders'),
      true,
    ],
    ['is Roadie’s queue', annotated('amazon.com/sqs-queue-arn', 'arn'), true],
    [
      'is a queue of AWS Labs',
      annotated('aws.amazon.com/resource-type', 'AWS::SQS::Queue'),
      true,
    ],
    [
      'is another resource of AWS Labs',
      annotated('aws.amazon.com/resource-type', 'AWS::S3::Bucket'),
      false,
    ],
    [
      'is a queue',
      component({ kind: 'Resource', spec: { type: 'sqs-queue' } }),
      true,
    ],
    ['is a system', component({ kind: 'System' }), true],
    [
      'depends on a resource',
      related('dependsOn', 'resource:default/orders'),
      true,
    ],
    [
      'depends on a component',
      related('dependsOn', 'component:default/a'),
      false,
    ],
    ['is depended on', related('dependencyOf', 'resource:default/x'), false],
  ])('of an entity that %s', (_, entity, expected) => {
    expect(isQueuesAvailable(entity)).toBe(expected);
  });
});
