import { PlanRoot, RequestMetadata } from '@slipway/plugin-infra-prs-common';

/** Metadata of a request for the mailer. */
export function metadataOf(
  requester: string,
  id = 'mailer-1',
): RequestMetadata {
  return {
    version: 1,
    id,
    template: 'template:default/go-worker-eks',
    templateVersion: '1.0.0',
    requester,
    entity: 'component:default/mailer',
    environments: ['prod'],
    parameters: { name: 'mailer' },
  };
}

/** A plan that creates one queue in an environment. */
export function planOf(environment: string, name = 'mailer'): PlanRoot[] {
  return [
    {
      path: `terraform/live/${environment}/services/mailer`,
      environment,
      changes: [
        {
          address: 'module.mailer.aws_sqs_queue.this',
          type: 'aws_sqs_queue',
          action: 'create',
          attributes: [{ path: 'name', after: name }],
        },
      ],
    },
  ];
}

/** Files of the mailer in an environment. */
export function filesOf(environment: string, body = 'a') {
  return {
    [`terraform/live/${environment}/services/mailer/main.tf`]: `# ${body}\n`,
    'catalog/mailer.yaml': 'kind: Component\nmetadata:\n  name: mailer\n',
  };
}
