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

type Edit = (path: string, text: string) => string;

/** The committed files that must tell of an added queue, changed; a file that is not there is left out. */
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
): Array<[string, Edit]> {
  const [queue] = environment.queues;
  const variables = {
    ...queueVariables(queue),
    IDEMPOTENCY_TABLE: `${environment.awsName}-idempotency`,
  };
  const { overlay, region, terraformRoot } = environment;
  const service = spec.name;
  if (spec.platform === 'ecs') {
    return [
      [
        `${terraformRoot}/config.yaml`,
        (path, text) => addToEcsConfig(path, text, variables, queue),
      ],
    ];
  }
  return [
    [
      `${overlay}/deployment.yaml`,
      (path, text) => addToDeployment(path, text, variables),
    ],
    [
      `${overlay}/scaledobject.yaml`,
      (path, text) => addToScaledObject(path, text, queue, { service, region }),
    ],
  ];
}

function catalogEdit({ spec, environments }: RenderModel): [string, Edit] {
  const queues = environments.flatMap(environment => environment.queues);
  return [
    infrastructurePaths.catalogEntity(spec.name),
    (path, text) => addToCatalog(path, text, queues),
  ];
}

async function applyEdit(
  [path, edit]: [string, Edit],
  tree: InfrastructureTree,
  snapshot: InfrastructureSnapshot,
): Promise<RenderedFile[]> {
  const text = await tree.readText(snapshot, path);
  if (text === undefined) return [];
  return [{ repository: 'infrastructure', path, content: edit(path, text) }];
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
