/** A kind of object that the API server serves. */
export interface ResourceType {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  readonly plural: string;
  readonly namespaced: boolean;
}

function types(
  group: string,
  version: string,
  namespaced: boolean,
  kinds: Readonly<Record<string, string>>,
): readonly ResourceType[] {
  return Object.entries(kinds).map(([kind, plural]) => ({
    group,
    version,
    kind,
    plural,
    namespaced,
  }));
}

/** All kinds known to the simulated clusters. */
export const resourceTypes: readonly ResourceType[] = [
  ...types('', 'v1', false, {
    Namespace: 'namespaces',
    Node: 'nodes',
    PersistentVolume: 'persistentvolumes',
  }),
  ...types('', 'v1', true, {
    Pod: 'pods',
    Service: 'services',
    ConfigMap: 'configmaps',
    Secret: 'secrets',
    ServiceAccount: 'serviceaccounts',
    LimitRange: 'limitranges',
    ResourceQuota: 'resourcequotas',
    PersistentVolumeClaim: 'persistentvolumeclaims',
    Event: 'events',
  }),
  ...types('apps', 'v1', true, {
    Deployment: 'deployments',
    ReplicaSet: 'replicasets',
    StatefulSet: 'statefulsets',
    DaemonSet: 'daemonsets',
  }),
  ...types('autoscaling', 'v2', true, {
    HorizontalPodAutoscaler: 'horizontalpodautoscalers',
  }),
  ...types('batch', 'v1', true, { Job: 'jobs', CronJob: 'cronjobs' }),
  ...types('networking.k8s.io', 'v1', true, {
    Ingress: 'ingresses',
    NetworkPolicy: 'networkpolicies',
  }),
  ...types('policy', 'v1', true, {
    PodDisruptionBudget: 'poddisruptionbudgets',
  }),
  ...types('rbac.authorization.k8s.io', 'v1', true, {
    Role: 'roles',
    RoleBinding: 'rolebindings',
  }),
  ...types('rbac.authorization.k8s.io', 'v1', false, {
    ClusterRole: 'clusterroles',
    ClusterRoleBinding: 'clusterrolebindings',
  }),
  // Of the controllers that the golden paths count on: KEDA, External Secrets, Argo Rollouts.
  ...types('keda.sh', 'v1alpha1', true, {
    ScaledObject: 'scaledobjects',
    TriggerAuthentication: 'triggerauthentications',
  }),
  ...types('external-secrets.io', 'v1', true, {
    ExternalSecret: 'externalsecrets',
  }),
  ...types('argoproj.io', 'v1alpha1', true, { Rollout: 'rollouts' }),
  ...types('metrics.k8s.io', 'v1beta1', true, { PodMetrics: 'pods' }),
];

export function typeOfKind(
  group: string,
  kind: string,
): ResourceType | undefined {
  return resourceTypes.find(type => type.group === group && type.kind === kind);
}

export function typeOfPath(
  group: string,
  version: string,
  plural: string,
): ResourceType | undefined {
  return resourceTypes.find(
    type =>
      type.group === group &&
      type.version === version &&
      type.plural === plural,
  );
}
