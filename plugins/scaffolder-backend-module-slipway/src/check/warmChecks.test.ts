import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readKubernetesSchema } from './kubernetes/KubernetesSchema';
import { warmChecks } from './warmChecks';

const templates = resolve(__dirname, '../../../../templates/_parts/gitops');
const components = resolve(__dirname, '../../../../gitops/components');

it('compiles every kind that golden paths write', async () => {
  const schema = await readKubernetesSchema();
  const compiled = jest.spyOn(schema, 'errorsOf');
  await warmChecks();
  const warmed = compiled.mock.calls.map(
    ([version, kind]) => `${version} ${kind}`,
  );
  const written = [templates, components]
    .flatMap(root =>
      globSync('**/*.yaml', { cwd: root }).map(file => join(root, file)),
    )
    .flatMap(file => readFileSync(file, 'utf8').split(/^---$/m))
    .flatMap(text => {
      const [, version] = /^apiVersion: (\S+)$/m.exec(text) ?? [];
      const [, kind] = /^kind: (\w+)$/m.exec(text) ?? [];
      return version && kind ? [`${version} ${kind}`] : [];
    })
    .filter(item => !item.includes('kustomize.config.k8s.io'));
  expect(written.length).toBeGreaterThan(10);
  expect([...new Set(written)].filter(item => !warmed.includes(item))).toEqual(
    [],
  );
});
