import { Entity } from '@backstage/catalog-model';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/**
 * A template of Backstage's own actions that writes the same files: `fetch:template` of ready files, then
 * `publish:github:pull-request`. What a team without golden paths would have.
 */
export function stockTemplate(
  files: ReadonlyMap<string, string>,
  infrastructureRepoUrl: string,
): Entity {
  const folder = mkdtempSync(join(tmpdir(), 'slipway-stock-'));
  for (const [path, content] of files) {
    const file = join(folder, 'skeleton', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  const template = join(folder, 'template.yaml');
  writeFileSync(template, '');
  return {
    apiVersion: 'scaffolder.backstage.io/v1beta3',
    kind: 'Template',
    metadata: {
      name: 'stock',
      namespace: 'default',
      annotations: { 'backstage.io/managed-by-location': `file:${template}` },
    },
    spec: {
      type: 'service',
      owner: 'group:default/platform',
      parameters: {
        properties: { name: { type: 'string' }, branch: { type: 'string' } },
      },
      steps: stepsOf(infrastructureRepoUrl),
    },
  };
}

function stepsOf(repoUrl: string) {
  return [
    {
      id: 'fetch',
      action: 'fetch:template',
      input: {
        url: './skeleton',
        // Ready files: the engine reads each, but none is to be taken for a template.
        copyWithoutTemplating: ['service/.github/**'],
        values: { name: '${{ parameters.name }}' },
      },
    },
    {
      id: 'open',
      action: 'publish:github:pull-request',
      input: {
        repoUrl,
        branchName: '${{ parameters.branch }}',
        title: 'Add ${{ parameters.name }}',
        description: 'Made by the bench',
        sourcePath: './infrastructure',
        update: true,
      },
    },
  ];
}
