import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const renderInfrastructureExamples: TemplateExample[] = [
  {
    description: 'Write the files of a new service',
    example: stringify({
      steps: [
        {
          id: 'render',
          action: 'slipway:infra:render',
          name: 'Write the infrastructure',
          input: {
            values: '${{ steps.request.output.values }}',
          },
        },
      ],
    }),
  },
];
