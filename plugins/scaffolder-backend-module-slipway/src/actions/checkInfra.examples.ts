import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const checkInfraExamples: TemplateExample[] = [
  {
    description: 'Check the rendered files before anything is created',
    example: stringify({
      steps: [
        {
          id: 'check',
          action: 'slipway:infra:check',
          name: 'Check the infrastructure',
          input: { sourcePath: './infrastructure' },
        },
      ],
    }),
  },
];
