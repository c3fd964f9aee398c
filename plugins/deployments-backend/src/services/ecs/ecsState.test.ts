import { EcsRollout, EcsService } from '../../clients/toEcsService';
import { ecsPhase, ecsSummary } from './ecsState';

const rollout = (values: Partial<EcsRollout> = {}): EcsRollout => ({
  id: '1',
  status: 'PRIMARY',
  taskDefinition: 'arn:aws:ecs:eu-west-1:1:task-definition/api:8',
  running: 2,
  desired: 2,
  failedTasks: 0,
  rolloutState: 'COMPLETED',
  ...values,
});

const service = (
  values: Partial<EcsService>,
  ...rollouts: EcsRollout[]
): EcsService => ({
  name: 'api',
  status: 'ACTIVE',
  running: 2,
  desired: 2,
  taskDefinition: 'arn:aws:ecs:eu-west-1:1:task-definition/api:8',
  rollouts: rollouts.length > 0 ? rollouts : [rollout()],
  events: [],
  ...values,
});

describe('ecsPhase and ecsSummary', () => {
  const now = Date.parse('2026-01-02T12:00:00Z');
  const started = { rolloutState: 'IN_PROGRESS', running: 1 };
  const rolledBack = rollout({
    status: 'ACTIVE',
    rolloutState: 'FAILED',
    rolloutReason: 'tasks failed to start',
    updatedAt: '2026-01-02T11:50:00Z',
  });

  it.each([
    ['healthy', service({}), 'Running api:8, 2 of 2 tasks running'],
    // External controllers give no rollout state.
    [
      'healthy',
      service({}, rollout({ rolloutState: undefined })),
      'Running api:8, 2 of 2 tasks running',
    ],
    [
      'progressing',
      service({}, rollout(started)),
      'Rolling out api:8: 1 of 2 tasks running',
    ],
    [
      'failed',
      service({}, rollout(), rolledBack),
      'Last deploy failed 10 min ago because tasks failed to start',
    ],
    ['suspended', service({ desired: 0, running: 0 }), 'Scaled to zero tasks'],
    ['degraded', service({ running: 1 }), 'Not healthy: 1 of 2 tasks running'],
    ['missing', service({ status: 'DRAINING' }), 'The ECS service is draining'],
    [
      'unknown',
      { ...service({}), rollouts: [] },
      'ECS does not say how the rollout stands',
    ],
  ] as const)('%s', (phase, state, summary) => {
    expect(ecsPhase(state)).toBe(phase);
    expect(ecsSummary(state, now)).toBe(summary);
  });
});
