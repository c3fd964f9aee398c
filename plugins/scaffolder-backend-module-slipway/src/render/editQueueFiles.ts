import { InputError } from '@backstage/errors';
import { infrastructurePaths } from '@slipway/platform-common';
import {
  InfrastructureSnapshot,
  InfrastructureTree,
} from '../clients/InfrastructureTree';
import { jsonString } from '../filters/jsonString';
import { yamlString } from '../filters/yamlString';
import {
  addToCatalog,
  addToDeployment,
  addToEcsConfig,
  addToScaledObject,
} from '../yamlEdit/addQueue';
import { queueVariables } from './containerVariables';
import { RenderedFile } from './PartRenderer';
import { EnvironmentModel, RenderModel } from './RenderModel';

interface Edit {
  readonly path: string;
  readonly apply: (path: string, text: string) => string;
  /** Without it, nobody would consume the queue. */
  readonly required?: boolean;
}

/**
 * The committed files that must tell of an added queue, changed; a file that may be missing is left out.
 *
 * @throws InputError, ConflictError naming the file that cannot be changed.
 */
export async function editQueueFiles(
  model: RenderModel,
  tree: InfrastructureTree,
): Promise<RenderedFile[]> {
  const snapshot = await tree.snapshot();
  const edits = [
    catalogEdit(model),
    ...model.environments.flatMap(environment =>
      environmentEdits(model, environment),
    ),
  ];
  const files = await Promise.all(
    edits.map(edit => applyEdit(edit, tree, snapshot)),
  );
  return [...files.flat(), requestFile(model)];
}

function environmentEdits(
  { spec }: RenderModel,
  environment: EnvironmentModel,
): Edit[] {
  const [queue] = environment.queues;
  const variables = {
    ...queueVariables(queue),
    IDEMPOTENCY_TABLE: `${environment.awsName}-idempotency`,
  };
  const { overlay, region, terraformRoot } = environment;
  const service = spec.name;
  if (spec.platform === 'ecs') {
    return [
      {
        path: `${terraformRoot}/config.yaml`,
        apply: (path, text) => addToEcsConfig(path, text, variables, queue),
        required: true,
      },
    ];
  }
  return [
    {
      path: `${overlay}/deployment.yaml`,
      apply: (path, text) => addToDeployment(path, text, variables),
      required: true,
    },
    {
      path: `${overlay}/scaledobject.yaml`,
      apply: (path, text) =>
        addToScaledObject(path, text, queue, { service, region }),
    },
  ];
}

function catalogEdit({ spec, environments }: RenderModel): Edit {
  const queues = environments.flatMap(environment => environment.queues);
  return {
    path: infrastructurePaths.catalogEntity(spec.name),
    apply: (path, text) => addToCatalog(path, text, queues),
  };
}

async function applyEdit(
  { path, apply, required }: Edit,
  tree: InfrastructureTree,
  snapshot: InfrastructureSnapshot,
): Promise<RenderedFile[]> {
  const text = await tree.readText(snapshot, path);
  if (text !== undefined) {
    const base = snapshot.blobs.get(path);
    const content = apply(path, text);
    return [{ repository: 'infrastructure', path, content, base }];
  }
  if (!required) return [];
  throw new InputError(
    `service: ${path} is not in the infrastructure repository, so nothing would tell the service of the queue; add the queue by hand`,
  );
}

/** What was asked for, kept with the code for later changes, as the part `repository` keeps it. */
function requestFile({ request }: RenderModel): RenderedFile {
  const { id, template, templateVersion, requester, parameters } = request;
  return {
    repository: 'service',
    path: `.slipway/${id}.yaml`,
    content: [
      '# What was changed here. A newer version of the template starts from it; please leave it as it is.',
      `request: ${yamlString(id)}`,
      `template: ${yamlString(template)}`,
      `templateVersion: ${yamlString(templateVersion)}`,
      `requester: ${yamlString(requester)}`,
      'parameters:',
      `  ${jsonString(JSON.parse(JSON.stringify(parameters)))}`,
      '',
    ].join('\n'),
  };
}
