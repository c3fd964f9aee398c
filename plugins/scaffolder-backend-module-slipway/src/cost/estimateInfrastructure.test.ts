import { repositoryFiles } from '../__testUtils__/repositoryTree';
import { fileSourceOf } from '@slipway/infrastructure-code';
import { estimateInfrastructure } from './estimateInfrastructure';

describe('the cost of one more queue', () => {
  const committed = repositoryFiles();
  const base = fileSourceOf(committed);
  const root = 'terraform/live/dev/services/go-worker';
  const [path, text] =
    [...committed].find(([file]) => file.startsWith(`${root}/queue-`)) ?? [];
  const overlay = 'gitops/apps/go-worker/overlays/dev/deployment.yaml';

  it('is that of the queue, not of the service', async () => {
    const files = new Map([
      [
        `${root}/queue-more.tf`,
        (text ?? '')
          .replaceAll(/"queue_\w+"/g, '"queue_more"')
          .replaceAll(/output "(\w+)"/g, 'output "more_$1"')
          .replace(/name( +)= "[^"]*"/, 'name$1= "dev-more"'),
      ],
      [overlay, committed.get(overlay) ?? ''],
    ]);
    const { environments, note } = await estimateInfrastructure(files, {
      base,
    });
    expect(path).toBeDefined();
    expect(note).toMatch(/Only what the change adds/);
    expect(environments.map(({ environment }) => environment)).toEqual(['dev']);
    expect(environments[0].items.map(({ item }) => item)).toEqual([
      'Queue dev-more',
      expect.stringMatching(/^\d alarms$/),
    ]);
    expect(environments[0].high).toBeLessThan(45);
  });

  it('is the whole where there is no repository to compare with', async () => {
    const files = new Map(
      [...committed].filter(([file]) => !file.startsWith('gitops/')),
    );
    const { environments, note } = await estimateInfrastructure(files, {});
    expect(note).not.toMatch(/Only what/);
    expect(environments.length).toBeGreaterThan(1);
  });
});
