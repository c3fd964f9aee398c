import { World, WorldPart } from '../world/WorldPart';
import { createGitHost } from './createGitHost';
import { crowdRoutes } from './crowdRoutes';
import { GitHost } from './GitHost';
import { collectSeed } from './seed/collectSeed';
import { setPortalHook } from './webhooks/setPortalHook';

/** The Git host as a part of the world. */
export interface GitPart extends WorldPart {
  readonly host: GitHost;
}

/**
 * Opens the Git host of the world.
 *
 * @param options.sourceDir - checkout of Slipway that fills `acme/infrastructure` at first start; without it the host is
 * empty
 * @param options.portalUrl - backend of the portal that the host tells what happens; without it nobody is told
 */
export async function createGitPart(
  world: World,
  {
    sourceDir,
    portalUrl,
  }: { readonly sourceDir?: string; readonly portalUrl?: string },
): Promise<GitPart> {
  const host = await createGitHost({
    stateDir: world.stateDir,
    baseUrl: world.urls.github,
    clock: world.clock,
    counter: world.counter,
    chaos: world.chaos,
    seed: sourceDir ? await collectSeed(sourceDir) : undefined,
  });
  const tellPortal = async () => {
    if (portalUrl) await setPortalHook(host.context, portalUrl);
  };
  return {
    name: 'github',
    host,
    listen: { port: 'github', app: host.app },
    routes: crowdRoutes(host),
    state: () => host.state(),
    start: tellPortal,
    reset: async () => {
      await host.reset();
      await tellPortal();
    },
    stop: () => host.stop(),
  };
}
