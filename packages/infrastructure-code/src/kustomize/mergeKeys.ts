import { ObjectId } from './ObjectId';

/** Lists whose items merge by a key, from the patchMergeKey tags of the Kubernetes API. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  containers: ['name'],
  initContainers: ['name'],
  ephemeralContainers: ['name'],
  env: ['name'],
  volumes: ['name'],
  ports: ['containerPort', 'protocol'],
  volumeMounts: ['mountPath'],
  volumeDevices: ['devicePath'],
  imagePullSecrets: ['name'],
  hostAliases: ['ip'],
  topologySpreadConstraints: ['topologyKey', 'whenUnsatisfiable'],
  ownerReferences: ['uid'],
};
const OF_KIND: Readonly<Record<string, typeof KEYS>> = {
  '/Service': { ports: ['port', 'protocol'] },
  '/ServiceAccount': { secrets: ['name'], imagePullSecrets: [] },
  'admissionregistration.k8s.io/ValidatingWebhookConfiguration': {
    webhooks: ['name'],
  },
  'admissionregistration.k8s.io/MutatingWebhookConfiguration': {
    webhooks: ['name'],
  },
};

/** Lists of text that are sets: a patch adds to them. */
const SETS = new Set(['finalizers']);

/** Versions whose types Kustomize knows. Lists of all others, such as custom resources, are replaced. */
const KNOWN = new Set([
  '/v1',
  'admissionregistration.k8s.io/v1',
  'apps/v1',
  'batch/v1',
  'batch/v1beta1',
  'networking.k8s.io/v1',
  'policy/v1',
  'policy/v1beta1',
  'rbac.authorization.k8s.io/v1',
  'storage.k8s.io/v1',
  'autoscaling/v1',
  'autoscaling/v2beta1',
  'autoscaling/v2beta2',
  'scheduling.k8s.io/v1',
  'apiextensions.k8s.io/v1',
]);

/** How the list of a name merges in an object of a kind. */
export interface MergeKeys {
  keysOf(list: string): readonly string[];
  isSet(list: string): boolean;
}

export function mergeKeysOf({ group, version, kind }: ObjectId): MergeKeys {
  if (!KNOWN.has(`${group}/${version}`)) {
    return { keysOf: () => [], isSet: () => false };
  }
  const own = OF_KIND[`${group}/${kind}`] ?? {};
  return {
    keysOf: list => {
      if (Object.hasOwn(own, list)) return own[list];
      return Object.hasOwn(KEYS, list) ? KEYS[list] : [];
    },
    isSet: list => SETS.has(list),
  };
}
