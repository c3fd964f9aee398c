import { TestBackend } from '@backstage/backend-test-utils';
import { goldenEntities, preview, startGoldenBackend } from '../goldenBackend';
import { MemoryTree } from '../MemoryTree';
import { addedQueues } from '../matrix/otherPaths';
import { componentEntity, mergeFiles, queueEntity } from '../secondDay';
import { SECOND_DAY } from './hostileAnswers';
import { hostileEntities } from './hostileEntities';
import { MARKED_OWNER, MARKED_SYSTEM } from './runFuzz';

const OTHER_OWNER = 'group:default/other-owner';

const entity = (ref: string) => {
  const [kind, name] = ref.split(/:default\//);
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: kind === 'group' ? 'Group' : 'System',
    metadata: { name, namespace: 'default' },
  };
};

/** The scaffolder with a service that is merged already, and a catalog of entities whose names are as hostile. */
export async function startFuzzBackend(): Promise<TestBackend> {
  const tree = MemoryTree.withPlatform();
  const [{ request }] = addedQueues();
  const first = await startGoldenBackend({
    tree,
    entities: [...goldenEntities(), entity(OTHER_OWNER)],
  });
  // Of a team of its own, so that the project of no other team is there already.
  const values = {
    ...request.answers,
    name: SECOND_DAY,
    owner: OTHER_OWNER,
  };
  const { files, message } = await preview(
    first,
    request.template,
    JSON.parse(JSON.stringify(values)),
  );
  await first.stop();
  if (message) throw new Error(message);
  mergeFiles(tree, files);
  return startGoldenBackend({
    tree,
    entities: [
      ...goldenEntities(),
      componentEntity(SECOND_DAY),
      queueEntity('prod-orders-created'),
      entity(MARKED_OWNER),
      entity(MARKED_SYSTEM),
      ...hostileEntities(),
    ],
  });
}
