import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const openRequestExamples: TemplateExample[] = [
  {
    description: 'Open the pull requests of a request, and record who asked',
    example: stringify({
      steps: [
        {
          id: 'open',
          action: 'slipway:request:open',
          name: 'Open the pull requests',
          input: {
            request: '${{ steps.request.output.request }}',
            pullRequests: [
              { repository: 'service', sourcePath: './service' },
              { repository: 'infrastructure', sourcePath: './infrastructure' },
            ],
          },
        },
      ],
    }),
  },
];
