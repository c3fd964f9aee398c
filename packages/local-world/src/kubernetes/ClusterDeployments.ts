import { Millis } from '../world/types';
import { KubernetesObject } from './KubernetesObject';
import { deploymentView, DeploymentView } from './rollout/deploymentView';
import { DeploymentSpec, parseDeploymentSpec } from './rollout/DeploymentSpec';
import { Rollout } from './rollout/Rollout';

interface Entry {
  readonly rollout: Rollout;
  object: KubernetesObject;
  spec: DeploymentSpec;
}

interface Named {
  readonly namespace?: string;
  readonly name: string;
}

const keyOf = ({ namespace, name }: Named) => `${namespace}/${name}`;

/** The Deployments of a cluster with their rollouts. */
export class ClusterDeployments {
  private readonly entries = new Map<string, Entry>();

  /** @throws Error when the Deployment is invalid; nothing has changed then. */
  update(object: KubernetesObject, now: Millis): void {
    const { name } = object.metadata;
    const spec = parseDeploymentSpec(name, object.spec);
    const key = keyOf(object.metadata);
    const entry = this.entries.get(key) ?? {
      rollout: new Rollout(name),
      object,
      spec,
    };
    entry.object = object;
    entry.spec = spec;
    entry.rollout.update(spec, now);
    this.entries.set(key, entry);
  }

  remove(named: Named): void {
    this.entries.delete(keyOf(named));
  }

  tick(now: Millis): void {
    this.entries.forEach(({ rollout }) => rollout.tick(now));
  }

  settle(now: Millis): void {
    this.entries.forEach(({ rollout }) => rollout.settle(now));
  }

  all(): readonly Entry[] {
    return [...this.entries.values()];
  }

  /** The Deployment that a pod belongs to. */
  ofPod(namespace: string, pod: string): Entry | undefined {
    return this.all().find(
      ({ object, rollout }) =>
        object.metadata.namespace === namespace &&
        rollout.pods.some(each => each.name === pod),
    );
  }

  /** Objects of kind Deployment, ReplicaSet or Pod; other kinds of the group are answered as stored. */
  list(
    kind: string,
    stored: readonly KubernetesObject[],
    now: Millis,
  ): readonly KubernetesObject[] {
    const views: readonly DeploymentView[] = this.all().map(entry =>
      deploymentView(entry.object, entry.rollout, now),
    );
    switch (kind) {
      case 'Deployment':
        return views.map(view => view.deployment);
      case 'ReplicaSet':
        return views.flatMap(view => view.replicaSets);
      case 'Pod':
        return views.flatMap(view => view.pods);
      default:
        return stored;
    }
  }
}
