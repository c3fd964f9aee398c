import { MockDirectory } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';

const steps = [
  {
    id: 'files',
    action: 'fetch:template',
    input: {
      url: './skeleton',
      targetPath: '.',
      values: { owner: '${{ parameters.owner }}' },
    },
  },
];

/** A template that writes these files, and says of checks and cost what the parameters do. */
export function previewTemplate(
  directory: MockDirectory,
  files: Record<string, string>,
): Entity {
  directory.setContent({ 'template.yaml': '', skeleton: files });
  return {
    apiVersion: 'scaffolder.backstage.io/v1beta3',
    kind: 'Template',
    metadata: {
      name: 'sample',
      namespace: 'default',
      annotations: {
        'backstage.io/managed-by-location': `file:${directory.resolve(
          'template.yaml',
        )}`,
      },
    },
    spec: {
      type: 'service',
      parameters: { properties: { owner: { type: 'string', minLength: 3 } } },
      steps,
      output: {
        findings: '${{ parameters.findings }}',
        cost: '${{ parameters.cost }}',
      },
    },
  };
}
