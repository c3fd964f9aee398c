import { TopologyEdge, TopologyNode } from '@slipway/plugin-queues-common';
import {
  formatDuration,
  formatNumber,
  formatRate,
} from '@slipway/platform-react';

const KINDS: Readonly<Record<TopologyNode['kind'], string>> = {
  component: 'component',
  topic: 'topic',
  bus: 'event bus',
  queue: 'queue',
  dlq: 'dead-letter queue',
};

const VERBS: Readonly<Record<TopologyEdge['kind'], string>> = {
  produces: 'sends to',
  delivers: 'delivers to',
  consumes: 'is consumed by',
  'gives-up': 'gives up to',
};

/** What a node is: `dead-letter queue in prod`. */
export function nodeKind({ kind, environment }: TopologyNode): string {
  return environment ? `${KINDS[kind]} in ${environment}` : KINDS[kind];
}

/** What waits in a node, where that is known. */
export function nodeDepth(node: TopologyNode): string | undefined {
  const { visible, oldestAgeSeconds, kind } = node;
  if (visible === undefined) return undefined;
  const what = kind === 'dlq' ? 'dead' : 'waiting';
  const age =
    visible > 0 && oldestAgeSeconds !== undefined
      ? `, oldest ${formatDuration(oldestAgeSeconds)}`
      : '';
  return `${formatNumber(visible)} ${what}${age}`;
}

/** Whether messages were given up on here. */
export function hasDeadLetters({ kind, visible = 0 }: TopologyNode): boolean {
  return kind === 'dlq' && visible > 0;
}

/** What happens along an edge. */
export function edgeVerb({ kind }: TopologyEdge): string {
  return VERBS[kind];
}

/** What an arrow says: its label and rate. */
export function edgeLabel({ label, perSecond }: TopologyEdge): string {
  const rate = perSecond === undefined ? undefined : formatRate(perSecond);
  return [label, rate].filter(Boolean).join(', ');
}
