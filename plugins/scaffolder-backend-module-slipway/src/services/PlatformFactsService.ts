import { InputError } from '@backstage/errors';
import {
  PlatformFacts,
  platformFactsSchema,
  SlipwayEnvironment,
} from '@slipway/platform-common';
import { z } from 'zod';
import { InfrastructureTree } from '../clients/InfrastructureTree';

/** What the platform of an environment is. */
export interface PlatformFactsService {
  /**
   * Facts of one environment, from the infrastructure repository's default branch.
   *
   * @throws InputError naming the file and what is missing in it; UpstreamError.
   */
  get(environment: SlipwayEnvironment): Promise<PlatformFacts>;
}

/** Path of the facts in the infrastructure repository. */
export function factsPath(environment: SlipwayEnvironment): string {
  return `${environment.infrastructure.path}/environment/facts.json`;
}

export class GitPlatformFactsService implements PlatformFactsService {
  static create(tree: InfrastructureTree): GitPlatformFactsService {
    return new GitPlatformFactsService(tree);
  }

  private constructor(private readonly tree: InfrastructureTree) {}

  async get(environment: SlipwayEnvironment): Promise<PlatformFacts> {
    const path = factsPath(environment);
    const text = await this.tree.readText(await this.tree.snapshot(), path);
    if (text === undefined) {
      throw new InputError(
        `environments: '${environment.name}' has no facts; commit ${path} to the infrastructure repository (see docs/guides/environments.md)`,
      );
    }
    const parsed = platformFactsSchema.safeParse(parseJson(text, path));
    if (!parsed.success) {
      throw new InputError(
        `${path} of the infrastructure repository: ${z.prettifyError(
          parsed.error,
        )}`,
      );
    }
    return parsed.data;
  }
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new InputError(
      `${path} of the infrastructure repository is not valid JSON`,
    );
  }
}
