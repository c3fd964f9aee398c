import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const describeRequestExamples: TemplateExample[] = [
  {
    description: 'Describe a worker with one queue in two environments',
    example: stringify({
      steps: [
        {
          id: 'request',
          action: 'slipway:request:describe',
          name: 'Check the request',
          input: {
            path: 'new-service',
            runtime: 'go',
            spec: {
              name: 'order-mailer',
              description: 'Mails customers about their orders',
              owner: 'group:default/orders',
              system: 'system:default/order-system',
              environments: ['dev', 'prod'],
              platform: 'eks',
              kind: 'worker',
              queues: [{ name: 'order-mailer' }],
            },
          },
        },
      ],
    }),
  },
];
