import {
  Deployment,
  DeploymentPhase,
} from '@slipway/plugin-deployments-common';
import { ArgoApplication } from '../../clients/argoApplicationSchema';
import { plainText } from '../plainText';
import { shortRevision } from '../shortRevision';
import { timeAgo } from '../timeAgo';

/** What a sentence about an application is made from. */
export interface SummaryFacts {
  readonly application: ArgoApplication;
  readonly phase: DeploymentPhase;
  readonly revision?: string;
  readonly replicas?: Deployment['replicas'];
  readonly now: number;
}

function because(reason: string | undefined): string {
  const text = plainText(reason);
  return text ? ` because ${text}` : '';
}

function colon(reason: string | undefined): string {
  const text = plainText(reason);
  return text ? `: ${text}` : '';
}

function pods(replicas: Deployment['replicas']): string {
  return replicas
    ? `: ${replicas.ready} of ${replicas.desired} pods ready`
    : '';
}

function failed({ application: { status }, now }: SummaryFacts): string {
  const error = status?.conditions.find(({ type }) => type.endsWith('Error'));
  if (error) return `Argo CD cannot deploy it${colon(error.message)}`;
  const ago = timeAgo(status?.operationState?.finishedAt, now);
  return `Last deploy failed${ago ? ` ${ago}` : ''}${because(
    status?.operationState?.message,
  )}`;
}

function branch({ spec }: ArgoApplication): string {
  const target = (spec.source ?? spec.sources?.[0])?.targetRevision;
  return target && target !== 'HEAD' && !/^[0-9a-f]{40}$/.test(target)
    ? `${target}@`
    : '';
}

const sentences: Readonly<
  Record<DeploymentPhase, (facts: SummaryFacts, short: string) => string>
> = {
  failed,
  healthy: ({ application }, short) =>
    short ? `Live matches ${branch(application)}${short}` : 'Live matches Git',
  progressing: ({ replicas }, short) =>
    `Rolling out${short ? ` ${short}` : ''}${pods(replicas)}`,
  degraded: ({ application, replicas }) =>
    `Not healthy${
      pods(replicas) || colon(application.status?.health?.message)
    }`,
  'out-of-sync': ({ application }, short) => {
    const count =
      application.status?.resources.filter(
        ({ status }) => status === 'OutOfSync',
      ).length ?? 0;
    const what =
      count > 1
        ? `${count} resources differ`
        : `${count === 1 ? '1 resource' : 'Live'} differs`;
    return `${what} from ${short ? `${branch(application)}${short}` : 'Git'}`;
  },
  missing: () => 'Known to Argo CD, but nothing of it exists in the cluster',
  suspended: () => 'Suspended: paused on purpose or scheduled for later',
  unknown: () => 'Argo CD does not know its state yet',
};

/** The state of an application in one plain sentence. */
export function argoSummary(facts: SummaryFacts): string {
  const short = facts.revision ? shortRevision(facts.revision) : '';
  return sentences[facts.phase](facts, short);
}
