import { ConfigReader } from '@backstage/config';
import {
  readEnvironments,
  ServiceSpecInput,
  serviceSpecSchema,
} from '@slipway/platform-common';
import { buildRenderModel } from '../render/buildRenderModel';
import { RenderModel } from '../render/RenderModel';
import { exampleFacts } from './exampleFacts';
import { exampleConfig } from './exampleConfig';

/** The render model of a form's answers, in the demo's environments. */
export function exampleModel(answers: ServiceSpecInput): RenderModel {
  const spec = serviceSpecSchema.parse(answers);
  const known = readEnvironments(new ConfigReader(exampleConfig));
  return buildRenderModel({
    spec,
    request: {
      id: `${spec.runtime}-service-${spec.name}`,
      template: `template:default/${spec.runtime}-service`,
      templateVersion: '1',
      requester: 'user:default/olivia',
      parameters: { ...spec },
    },
    environments: spec.environments.map(name => {
      const environment = known.find(candidate => candidate.name === name);
      if (!environment) throw new Error(`No environment ${name}`);
      return { environment, facts: exampleFacts(name) };
    }),
    infrastructure: {
      host: 'github.com',
      owner: 'acme',
      repo: 'infrastructure',
      branch: 'main',
    },
    apiBaseUrl: undefined,
  });
}
