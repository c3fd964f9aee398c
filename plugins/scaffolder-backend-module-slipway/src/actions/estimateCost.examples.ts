import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const estimateCostExamples: TemplateExample[] = [
  {
    description: 'Estimate what the rendered files cost in a month',
    example: stringify({
      steps: [
        {
          id: 'cost',
          action: 'slipway:cost:estimate',
          name: 'Estimate the cost',
          input: { sourcePath: './infrastructure' },
        },
      ],
    }),
  },
];
