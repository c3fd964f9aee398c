import { mockServices } from '@backstage/backend-test-utils';
import { AutoMergeGuard } from '../../services/AutoMergeGuard';
import { HostRulesReader } from '../../services/HostRulesReader';
import { LifeStore } from '../../store/LifeStore';
import { Gates } from './Gates';
import { ModelGithub } from './ModelGithub';

const numberOf = (nodeId: string) => Number(nodeId.slice('PR_'.length));

/** The product's own guard, over the model's queue. */
export function createGuard(
  github: ModelGithub,
  gates: Gates,
  owner: object,
  log: LifeStore,
): AutoMergeGuard {
  const rules: Pick<HostRulesReader, 'readQueueEntry' | 'forgetQueue'> = {
    async readQueueEntry(number) {
      await gates.pass(owner, `queue entry of ${number}`);
      const isQueued = github.pulls.get(number)?.queued !== undefined;
      return isQueued ? { position: 1, state: 'QUEUED' } : undefined;
    },
    forgetQueue: () => {},
  };
  return new AutoMergeGuard({
    rules,
    log,
    logger: mockServices.rootLogger({ level: 'none' }),
    stopper: {
      async disableAutoMerge(nodeId) {
        await gates.pass(owner, `stop auto-merge of ${nodeId}`);
        github.disableAutoMerge(numberOf(nodeId));
      },
      async dequeue(nodeId) {
        await gates.pass(owner, `take ${nodeId} out of the queue`);
        github.dequeue(numberOf(nodeId));
      },
    },
  });
}
