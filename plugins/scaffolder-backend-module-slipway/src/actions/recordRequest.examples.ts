import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const recordRequestExamples: TemplateExample[] = [
  {
    description: 'Record who asked for a pull request',
    example: stringify({
      steps: [
        {
          id: 'record',
          action: 'slipway:request:record',
          name: 'Record the request',
          input: {
            pullRequestNumber: '${{ steps.pr.output.pullRequestNumber }}',
            metadata: '${{ steps.request.output.metadata }}',
          },
        },
      ],
    }),
  },
];
