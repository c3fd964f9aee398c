import { World, WorldPart } from '../world/WorldPart';
import { createGitHost } from './createGitHost';
import { crowdRoutes } from './crowdRoutes';
import { GitHost } from './GitHost';
import { collectSeed } from './seed/collectSeed';

/** The Git host as a part of the world. */
export interface GitPart extends WorldPart {
  readonly host: GitHost;
}

/**
 * Opens the Git host of the world.
 *
 * @param sourceDir - checkout of Slipway that fills `acme/infrastructure` at first start; without it the host is empty
 */
export async function createGitPart(
  world: World,
  sourceDir?: string,
): Promise<GitPart> {
  const host = await createGitHost({
    stateDir: world.stateDir,
    baseUrl: world.urls.github,
    clock: world.clock,
    counter: world.counter,
    chaos: world.chaos,
    seed: sourceDir ? await collectSeed(sourceDir) : undefined,
  });
  return {
    name: 'github',
    host,
    listen: { port: 'github', app: host.app },
    routes: crowdRoutes(host),
    state: () => host.state(),
    reset: () => host.reset(),
    stop: () => host.stop(),
  };
}
