import { topology } from '../../__fixtures__/topology';
import { filterTopology } from './filterTopology';
import { edgeLabel, hasDeadLetters, nodeDepth } from './topologyWords';

const ids = (environment?: string) =>
  filterTopology(topology, environment).nodes.map(({ id }) => id);

describe('the topology of one environment', () => {
  it('has its queues and the components that lead to them', () => {
    const mixed = {
      ...topology,
      nodes: [
        ...topology.nodes,
        { id: 'd', kind: 'queue', label: 'dev-orders', environment: 'dev' },
      ] as const,
      edges: [
        ...topology.edges,
        { from: 'component:default/checkout', to: 'd', kind: 'produces' },
      ] as const,
    };
    const { nodes, edges } = filterTopology(
      { ...mixed, nodes: [...mixed.nodes], edges: [...mixed.edges] },
      'dev',
    );
    expect(nodes.map(({ label }) => label)).toEqual(['checkout', 'dev-orders']);
    expect(edges).toHaveLength(1);
  });

  it('is all of it where none is chosen, and nothing of another', () => {
    expect(ids()).toHaveLength(topology.nodes.length);
    expect(ids('moon')).toEqual([]);
  });
});

describe('words of the topology', () => {
  const node = { id: 'a', label: 'a' };
  it.each([
    [{ ...node, kind: 'queue' }, undefined, false],
    [
      { ...node, kind: 'queue', visible: 0, oldestAgeSeconds: 9 },
      '0 waiting',
      false,
    ],
    [
      { ...node, kind: 'queue', visible: 5, oldestAgeSeconds: 90 },
      '5 waiting, oldest 1 min 30 s',
      false,
    ],
    [{ ...node, kind: 'dlq', visible: 0 }, '0 dead', false],
    [{ ...node, kind: 'dlq', visible: 2 }, '2 dead', true],
  ] as const)('%j', (of, depth, failing) => {
    expect(nodeDepth(of)).toBe(depth);
    expect(hasDeadLetters(of)).toBe(failing);
  });

  it.each([
    [{}, ''],
    [{ label: '5 waiting' }, '5 waiting'],
    [{ perSecond: 0 }, '0/s'],
    [{ label: '5 waiting', perSecond: 2.5 }, '5 waiting, 2.5/s'],
  ])('an arrow with %j', (edge, words) => {
    expect(edgeLabel({ from: 'a', to: 'b', kind: 'delivers', ...edge })).toBe(
      words,
    );
  });
});
