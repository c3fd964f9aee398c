import { SourceRef, SourceState } from '@slipway/platform-common';
import { StatusKind } from '../status/StatusChip';

const UPSTREAMS: Readonly<Record<string, string>> = {
  sqs: 'Amazon SQS',
  cloudwatch: 'Amazon CloudWatch',
  argocd: 'Argo CD',
  amp: 'Amazon Managed Prometheus',
  ecs: 'Amazon ECS',
  github: 'GitHub',
};

const WORDS: Readonly<Record<SourceState, string>> = {
  ok: 'Up to date',
  stale: 'Out of date',
  forbidden: 'No access',
  not_found: 'Not found',
  throttled: 'Slowed down',
  unreachable: 'Unreachable',
  misconfigured: 'Not set up',
};

const KINDS: Readonly<Record<SourceState, StatusKind>> = {
  ok: 'ok',
  stale: 'warning',
  forbidden: 'error',
  not_found: 'unknown',
  throttled: 'warning',
  unreachable: 'error',
  misconfigured: 'error',
};

/** A source's state in one or two words. @public */
export function sourceStateLabel(state: SourceState): string {
  return WORDS[state];
}

/** How serious a source's state is. @public */
export function sourceStateKind(state: SourceState): StatusKind {
  return KINDS[state];
}

/** What a source is called: `orders (dev, Amazon SQS)`. @public */
export function sourceName(source: SourceRef): string {
  const upstream = UPSTREAMS[source.upstream] ?? source.upstream;
  if (!source.target) {
    return source.environment
      ? `${upstream} (${source.environment})`
      : upstream;
  }
  const details = [source.environment, upstream].filter(Boolean).join(', ');
  return `${source.target} (${details})`;
}
