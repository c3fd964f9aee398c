import { z } from 'zod';
import { YamlManifest } from '@slipway/infrastructure-code';
import { Finding } from '../Finding';
import { kubernetesFinding } from './kubernetesFinding';
import { RepositoryFiles } from './RepositoryFiles';

const applicationSchema = z.looseObject({
  apiVersion: z.string().startsWith('argoproj.io/'),
  kind: z.literal('Application'),
  spec: z.looseObject({ source: z.looseObject({ path: z.string() }) }),
});

/** Checks that the folder which an Argo CD Application deploys is there; nothing for other objects. */
export async function checkApplication(
  file: string,
  { value, lineOf }: YamlManifest,
  repository: RepositoryFiles,
): Promise<Finding[]> {
  const parsed = applicationSchema.safeParse(value);
  if (!parsed.success || !repository.isWhole) return [];
  const { path } = parsed.data.spec.source;
  if (await repository.hasKustomization(path)) return [];
  return [
    kubernetesFinding(
      'kubernetes-reference',
      { file, line: lineOf(['spec', 'source', 'path']) },
      `There is no kustomization.yaml in '${path}'`,
      'Add the folder, or correct the path.',
    ),
  ];
}
