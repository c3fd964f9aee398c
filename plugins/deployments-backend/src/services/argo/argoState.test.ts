import { argoApplication, commit } from '../../__fixtures__/argoApplications';
import { argoApplicationSchema } from '../../clients/argoApplicationSchema';
import { argoPhase } from './argoPhase';
import { argoSummary } from './argoSummary';
import {
  comparedRevision,
  deployedRevision,
  toArgoDeployment,
} from './toArgoDeployment';

const now = Date.parse('2026-01-02T13:30:00Z');
const parse = (status: Record<string, unknown>) =>
  argoApplicationSchema.parse(argoApplication('orders', status));

const outOfSync = { status: 'OutOfSync', revision: commit('c') };
const failedOperation = {
  phase: 'Failed',
  message: 'one or more objects failed to apply:\n Deployment "x" is invalid',
  finishedAt: '2026-01-02T10:00:00Z',
};

describe('argoPhase and argoSummary', () => {
  it.each([
    ['healthy', {}, 'Live matches main@bbbbbbb'],
    [
      'progressing',
      { operationState: { phase: 'Running' }, sync: outOfSync },
      'Rolling out ccccccc',
    ],
    [
      'progressing',
      { health: { status: 'Progressing' } },
      'Rolling out bbbbbbb',
    ],
    [
      'failed',
      { operationState: failedOperation, sync: outOfSync },
      'Last deploy failed 3 h ago because one or more objects failed to apply: Deployment "x" is invalid',
    ],
    // A sync that failed long ago does not matter once Git and the cluster agree.
    [
      'healthy',
      { operationState: failedOperation },
      'Live matches main@bbbbbbb',
    ],
    [
      'failed',
      { conditions: [{ type: 'ComparisonError', message: 'bad yaml' }] },
      'Argo CD cannot deploy it: bad yaml',
    ],
    [
      'degraded',
      { health: { status: 'Degraded', message: 'crash loop' } },
      'Not healthy: crash loop',
    ],
    [
      'out-of-sync',
      {
        sync: outOfSync,
        resources: [
          { kind: 'Deployment', name: 'a', status: 'OutOfSync' },
          { kind: 'Service', name: 'a', status: 'Synced' },
        ],
      },
      '1 resource differs from main@ccccccc',
    ],
    [
      'missing',
      { health: { status: 'Missing' }, sync: outOfSync },
      'Known to Argo CD, but nothing of it exists in the cluster',
    ],
    [
      'suspended',
      { health: { status: 'Suspended' } },
      'Suspended: paused on purpose or scheduled for later',
    ],
    [
      'unknown',
      { health: { status: 'Unknown' }, sync: { status: 'Unknown' } },
      'Argo CD does not know its state yet',
    ],
  ] as const)('%s: %o', (phase, status, summary) => {
    const application = parse(status);
    const revision = comparedRevision(application);
    expect(argoPhase(application.status)).toBe(phase);
    expect(argoSummary({ application, phase, revision, now })).toBe(summary);
  });

  it('takes an application that no controller has seen yet', () => {
    const application = argoApplicationSchema.parse({
      metadata: { name: 'new' },
      spec: {},
    });
    const facts = {
      environment: 'dev',
      consoleUrl: 'https://argo',
      history: [],
    };
    expect(toArgoDeployment(application, { ...facts, now })).toMatchObject({
      phase: 'unknown',
      images: [],
      resources: [],
    });
  });
});

describe('deployedRevision', () => {
  it.each([
    // Git has moved on for another service since.
    [
      'the last deployment',
      { sync: { status: 'Synced', revision: 'c' } },
      commit('b'),
    ],
    [
      'what is on its way',
      { operationState: { phase: 'Running', syncResult: { revision: 'd' } } },
      'd',
    ],
    ['what Git says, where there is no history', { history: [] }, commit('b')],
    ['nothing', { history: [], sync: undefined }, undefined],
  ])('is %s', (_, status, expected) => {
    expect(deployedRevision(parse(status))).toBe(expected);
  });
});

describe('toArgoDeployment', () => {
  it('lists what needs a look and drops control characters', () => {
    const application = parse({
      resources: [
        { kind: 'Service', name: 'ok', status: 'Synced' },
        { kind: 'ConfigMap', name: 'gone', requiresPruning: true },
        {
          kind: 'Deployment',
          name: 'sick',
          status: 'Synced',
          health: { status: 'Degraded', message: 'a\u0000b\nc' },
        },
      ],
      conditions: [{ type: 'SyncError', message: 'x'.repeat(900) }],
    });
    const facts = {
      environment: 'dev',
      consoleUrl: 'https://argo',
      history: [],
    };
    const { resources, events } = toArgoDeployment(application, {
      ...facts,
      now,
    });
    expect(resources).toMatchObject([
      { name: 'gone', status: 'To be pruned' },
      { name: 'sick', health: 'Degraded', message: 'a b c' },
    ]);
    expect(Math.max(...events.map(({ message }) => message.length))).toBe(500);
  });
});
