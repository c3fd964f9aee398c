import { ServiceSpecInput } from '@slipway/platform-common';
import { join, resolve } from 'node:path';
import { PartRenderer } from '../render/PartRenderer';
import { DirectoryPartSource } from '../render/PartSource';
import { planServiceParts } from '../render/planParts';
import { exampleModel } from './exampleModel';

const source = new DirectoryPartSource(
  resolve(__dirname, '../../../../templates/_parts'),
);

/** Terraform and gitops files of a service, by path. */
export async function renderInfrastructure(
  answers: ServiceSpecInput,
): Promise<Map<string, string>> {
  const uses = planServiceParts(exampleModel(answers)).filter(({ part }) =>
    /^(?:terraform|gitops)\//.test(part),
  );
  const files = await new PartRenderer(source).render(uses);
  return new Map(
    files.map(({ path, content }) => [join(path), content.toString()]),
  );
}
