import { Config } from '@backstage/config';
import { NotFoundError } from '@backstage/errors';
import {
  parseArn,
  readEnvironments,
  SlipwayEnvironment,
} from '@slipway/platform-common';
import { Environments } from './types';

/** The {@link Environments} of `slipway.environments[]`. @public */
export class ConfigEnvironments implements Environments {
  readonly #environments: readonly SlipwayEnvironment[];

  static fromConfig(config: Config): ConfigEnvironments {
    return new ConfigEnvironments(readEnvironments(config));
  }

  private constructor(environments: readonly SlipwayEnvironment[]) {
    this.#environments = environments;
  }

  list(): readonly SlipwayEnvironment[] {
    return this.#environments;
  }

  get(name: string): SlipwayEnvironment {
    const found = this.#environments.find(env => env.name === name);
    if (!found) {
      const names = this.#environments.map(env => env.name).join(', ');
      throw new NotFoundError(
        `No environment '${name.slice(0, 60)}'; there are ${names}`,
      );
    }
    return found;
  }

  forArn(text: string): SlipwayEnvironment | undefined {
    const { account, region, resource } = parseArn(text);
    const name = resource.split(/[/:]/).pop() ?? resource;
    // The longest prefix wins, so that `team-dev-` is not taken for `team-`.
    return this.#environments
      .filter(env => env.account === account && env.region === region)
      .filter(env => name.startsWith(env.resourcePrefix ?? ''))
      .sort(
        (a, b) =>
          (b.resourcePrefix?.length ?? 0) - (a.resourcePrefix?.length ?? 0),
      )[0];
  }
}
