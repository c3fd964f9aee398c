import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const lookupRepositoryExamples: TemplateExample[] = [
  {
    description: 'Look whether an earlier run made the repository',
    example: stringify({
      steps: [
        {
          id: 'repository',
          action: 'slipway:repository:lookup',
          name: 'Look for the repository',
          input: { metadata: '${{ steps.request.output.metadata }}' },
        },
      ],
    }),
  },
];
