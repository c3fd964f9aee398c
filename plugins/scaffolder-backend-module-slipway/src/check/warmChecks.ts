import { setImmediate as nextTurn } from 'node:timers/promises';
import { fileSourceOf } from '@slipway/infrastructure-code';
import { checkInfrastructure } from './checkInfrastructure';

const ROOT = 'provider "aws" {\n  region = "eu-west-1"\n}\n';

/** What golden paths write for Kubernetes: the schema of a kind is compiled when it is first met. */
const KINDS = [
  'v1 Service',
  'v1 ServiceAccount',
  'apps/v1 Deployment',
  'autoscaling/v2 HorizontalPodAutoscaler',
  'policy/v1 PodDisruptionBudget',
  'networking.k8s.io/v1 NetworkPolicy',
  'networking.k8s.io/v1 Ingress',
  'batch/v1 Job',
  'argoproj.io/v1alpha1 Application',
  'argoproj.io/v1alpha1 AppProject',
  'argoproj.io/v1alpha1 Rollout',
  'keda.sh/v1alpha1 ScaledObject',
  'keda.sh/v1alpha1 TriggerAuthentication',
  'external-secrets.io/v1 ExternalSecret',
];

/**
 * Loads what the first check would wait for: WebAssembly, schemas and rules. For the start of the backend, so that
 * the first preview is as fast as the others. Others get their turn in between.
 */
export async function warmChecks(): Promise<void> {
  const base = fileSourceOf(new Map());
  const check = (path: string, text: string) =>
    checkInfrastructure(new Map([[path, text]]), { base });
  await check('terraform/live/sample/main.tf', ROOT);
  for (const item of KINDS) {
    await nextTurn();
    const [apiVersion, kind] = item.split(' ');
    await check(
      'gitops/argocd/sample.yaml',
      `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata:\n  name: sample\n`,
    );
  }
}
