import { ServiceSpecInput } from '@slipway/platform-common';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parse } from 'yaml';
import { readFolder } from '../preview/readDirectory';
import { PartRenderer, RenderedFile } from '../render/PartRenderer';
import { DirectoryPartSource, PartFile } from '../render/PartSource';
import { PartUse, planServiceParts } from '../render/planParts';
import { exampleModel } from './exampleModel';

const templates = resolve(__dirname, '../../../../templates');

/** Renders what a service template would write: parts and skeleton. Parts that are not there yet are named and left out. */
async function render(answers: ServiceSpecInput): Promise<RenderedFile[]> {
  const model = exampleModel(answers);
  const source = new DirectoryPartSource(join(templates, '_parts'));
  const there = ({ part }: PartUse) =>
    existsSync(join(templates, '_parts', part));
  const uses = planServiceParts(model);
  for (const part of new Set(uses.filter(use => !there(use)).map(u => u.part)))
    process.stderr.write(`missing part: ${part}\n`);
  const skeleton = join(templates, `${model.spec.runtime}-service`, 'skeleton');
  const files: PartFile[] = existsSync(skeleton)
    ? (await readFolder(skeleton)).map(({ path, content }) => ({
        path,
        content: content.toString('utf8'),
      }))
    : [];
  const code = new PartRenderer({ read: async () => files });
  const use: PartUse = {
    part: 'skeleton',
    target: '',
    repository: 'service',
    values: model,
  };
  return [
    ...(await new PartRenderer(source).render(uses.filter(there))),
    ...(await code.render([use])),
  ];
}

const [valuesFile, outFolder] = process.argv.slice(2);
if (!valuesFile || !outFolder) {
  process.stderr.write(
    'node scripts/render.mjs <values.yaml> <folder>\n\n' +
      'Renders a new service with the demo environments: the answers of the form as YAML (ServiceSpecInput:\n' +
      'name, description, owner, system, environments, runtime, platform, kind, queues, ...).\n' +
      'Writes <folder>/infrastructure and <folder>/service.\n',
  );
  process.exit(1);
}
render(parse(readFileSync(valuesFile, 'utf8'))).then(files => {
  for (const { repository, path, content } of files) {
    const file = join(outFolder, repository, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  process.stdout.write(`${files.length} files\n`);
});
