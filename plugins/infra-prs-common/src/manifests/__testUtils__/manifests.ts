/** Part of an object of Kubernetes. */
export type Values = Readonly<Record<string, unknown>>;

export const container = {
  name: 'app',
  image: 'registry.test/app:1',
  env: [
    { name: 'LOG', value: 'info' },
    { name: 'DB_PASSWORD', value: 'hunter2' },
  ],
  resources: { limits: { memory: '512Mi' }, requests: { cpu: '250m' } },
  livenessProbe: { httpGet: { path: '/live', port: 8080 } },
  securityContext: {
    allowPrivilegeEscalation: false,
    capabilities: { drop: ['ALL'] },
    readOnlyRootFilesystem: true,
  },
};
export const deployment = (
  over: Values = {},
  pod: Values = {},
  spec: Values = {},
) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'app', namespace: 'shop' },
  spec: {
    replicas: 3,
    template: {
      spec: {
        securityContext: { runAsNonRoot: true },
        containers: [{ ...container, ...over }],
        ...pod,
      },
    },
    ...spec,
  },
});
export const object = (
  apiVersion: string,
  kind: string,
  rest: Values = {},
) => ({
  apiVersion,
  kind,
  metadata: { name: 'x' },
  ...rest,
});
export const without = (name: string) => deployment({ [name]: undefined });
export const policy = (spec: Values) =>
  object('networking.k8s.io/v1', 'NetworkPolicy', { spec });
export const app = (spec: Values, metadata: Values = {}) => ({
  ...object('argoproj.io/v1alpha1', 'Application', { spec }),
  metadata: { name: 'x', ...metadata },
});
export const project = (spec: Values) =>
  object('argoproj.io/v1alpha1', 'AppProject', { spec });
export const role = (rules: unknown) =>
  object('rbac.authorization.k8s.io/v1', 'Role', { rules });
export const bound = (kind: string, name: string, subjects: unknown) =>
  object('rbac.authorization.k8s.io/v1', kind, { roleRef: { name }, subjects });
export const finalizers = ['resources-finalizer.argocd.argoproj.io'];
export const server = 'https://kubernetes.default.svc';
