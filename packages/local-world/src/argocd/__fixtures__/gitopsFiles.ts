/** Files of one service in the GitOps folder, with what tests like to vary. */
export function gitopsFiles(
  service: string,
  environment: string,
  options: {
    readonly tag?: string;
    readonly replicas?: number;
    readonly automated?: boolean;
    readonly prune?: boolean;
    readonly env?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
  } = {},
): Record<string, string> {
  const {
    tag = '1.0.0',
    replicas = 2,
    automated = true,
    prune = true,
  } = options;
  const json = (value: unknown) => JSON.stringify(value);
  const overlay = `gitops/apps/${service}/overlays/${environment}`;
  return {
    [`gitops/argocd/${environment}/${service}.yaml`]: json({
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Application',
      metadata: {
        name: service,
        namespace: 'argocd',
        labels: { 'slipway.io/environment': environment, team: 'orders' },
      },
      spec: {
        project: 'default',
        source: {
          repoURL: 'https://github.com/acme/infrastructure',
          targetRevision: 'main',
          path: overlay,
        },
        destination: {
          server: 'https://kubernetes.default.svc',
          namespace: 'order-system',
        },
        ...(automated && {
          syncPolicy: { automated: { prune, selfHeal: true } },
        }),
      },
    }),
    [`gitops/apps/${service}/base/kustomization.yaml`]: json({
      resources: ['deployment.yaml', 'service.yaml'],
      labels: [
        {
          pairs: {
            'app.kubernetes.io/name': service,
            'backstage.io/kubernetes-id': service,
          },
          includeTemplates: true,
        },
      ],
    }),
    [`gitops/apps/${service}/base/service.yaml`]: json({
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: service },
      spec: { selector: { app: service }, ports: [{ name: 'http', port: 80 }] },
    }),
    [`gitops/apps/${service}/base/deployment.yaml`]: json({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: service },
      spec: {
        progressDeadlineSeconds: 60,
        selector: { matchLabels: { app: service } },
        template: {
          metadata: { labels: { app: service } },
          spec: {
            containers: [
              {
                name: service,
                image: `ghcr.io/acme/${service}`,
                resources: { requests: { cpu: '50m', memory: '64Mi' } },
              },
            ],
          },
        },
      },
    }),
    [`${overlay}/kustomization.yaml`]: json({
      resources: ['../../base'],
      namespace: 'order-system',
      images: [{ name: `ghcr.io/acme/${service}`, newTag: tag }],
      replicas: [{ name: service, count: replicas }],
      patches: [{ path: 'deployment.yaml' }],
    }),
    [`${overlay}/deployment.yaml`]: json({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: service },
      spec: {
        template: {
          metadata: { annotations: options.annotations ?? {} },
          spec: {
            containers: [
              {
                name: service,
                env: Object.entries(options.env ?? {}).map(([name, value]) => ({
                  name,
                  value,
                })),
              },
            ],
          },
        },
      },
    }),
  };
}
