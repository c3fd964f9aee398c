import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { serviceSpecSchema, subjectSchema } from '@slipway/platform-common';
import { buildRenderModel } from '../render/buildRenderModel';
import { requireEntities, requireFreeName } from './catalogChecks';
import { requireEnvironments } from './environmentChecks';
import { requireSameAccount } from './factsChecks';
import { parseSpec } from './parseSpec';
import {
  PathDescriber,
  PathDescriberOptions,
  RequestSubject,
} from './PathDescriber';
import { entityRef } from './requestRefs';
import { requireFreePaths } from './treeChecks';

/** A static site behind CloudFront. */
export class StaticSiteDescriber implements PathDescriber {
  constructor(private readonly options: PathDescriberOptions) {}

  async describe(
    input: unknown,
    { credentials }: { credentials: BackstageCredentials },
  ): Promise<RequestSubject> {
    const parsed = parseSpec(subjectSchema, input);
    const site = {
      ...parsed,
      owner: entityRef('owner', parsed.owner, 'group'),
      system: entityRef('system', parsed.system, 'system'),
    };
    const { catalog, facts: platform, tree } = this.options;
    const known = requireEnvironments(site, this.options.environments);
    const access = { catalog, credentials };
    await requireEntities(site, access);
    await requireFreeName(site.name, access);
    const environments = await Promise.all(
      known.map(async environment => {
        const facts = await platform.get(environment);
        requireSameAccount(environment, facts);
        return { environment, facts };
      }),
    );
    await requireFreePaths(site.name, known, tree);
    return {
      key: site.name,
      title: `Add ${site.name} to ${site.environments.join(', ')}`,
      summary: site.description,
      entityRef: `component:default/${site.name}`,
      environments: site.environments,
      parameters: site,
      toModel: request =>
        buildRenderModel({
          ...this.options,
          path: 'static-site',
          // A site runs nowhere: what the model must say of that, no part of a site reads.
          spec: serviceSpecSchema.parse({
            ...site,
            runtime: 'nestjs',
            platform: 'ecs',
            kind: 'api',
          }),
          request,
          environments,
        }),
    };
  }
}
