import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAmp } from './amp/createAmp';
import { InMemoryTimeSeriesDatabase } from './amp/tsdb/InMemoryTimeSeriesDatabase';
import { createArgoCd } from './argocd/createArgoCd';
import { GitHostManifestSource } from './argocd/GitHostManifestSource';
import { Aws, createAws } from './aws/createAws';
import { createControl } from './control/createControl';
import { createGitPart } from './git/createGitPart';
import { createKubernetes } from './kubernetes/createKubernetes';
import { demoEnvironments } from './demo/environments';
import { CallCounter } from './world/CallCounter';
import { Chaos } from './world/Chaos';
import { DefaultWorkloadRegistry } from './world/DefaultWorkloadRegistry';
import { DefaultWorldClock } from './world/DefaultWorldClock';
import { createRunnerPart } from './runner/createRunnerPart';
import { PlannerChoice } from './runner/terraform/choosePlanner';
import { createTraffic } from './world/traffic/createTraffic';
import { World, WorldPart, WorldPort, worldPorts } from './world/WorldPart';
import { WorldServer } from './world/WorldServer';

/** How a world is started; all has a default that suits tests. */
export interface StartWorldOptions {
  /** Folder for what outlives a restart; default a temporary one, removed at stop. */
  readonly stateDir?: string;
  /** Ports on 127.0.0.1; 0 or absent takes a free one. */
  readonly ports?: Partial<Record<WorldPort, number>>;
  readonly seed?: number;
  /** `manual` time moves only by `clock.advance`; default `wall`. */
  readonly clock?: 'wall' | 'manual';
  /** Root of the Slipway repository, whose terraform/ and gitops/ fill the infrastructure repository. */
  readonly sourceDir?: string;
  /** How pull requests are planned; default real Terraform where it is found. */
  readonly planner?: PlannerChoice;
}

/** A world that runs. */
export interface RunningWorld {
  readonly urls: Readonly<Record<WorldPort, string>>;
  readonly world: World;
  readonly aws: Aws;
  readonly samples: InMemoryTimeSeriesDatabase;
  readonly parts: readonly WorldPart[];
  /** Back to how it was at first start. */
  reset(): Promise<void>;
  stop(): Promise<void>;
}

type Servers = Record<WorldPort, WorldServer>;

async function openServers(
  ports: StartWorldOptions['ports'] = {},
): Promise<Servers> {
  const opened: Partial<Servers> = {};
  try {
    for (const name of worldPorts) {
      opened[name] = await WorldServer.open(name, ports[name] ?? 0);
    }
  } catch (error) {
    await Promise.all(Object.values(opened).map(server => server.close()));
    throw error;
  }
  return opened as Servers;
}

/** The stand-ins in the order in which they come to life: each finds what it needs in those before it. */
async function composeParts(world: World, options: StartWorldOptions) {
  const samples = new InMemoryTimeSeriesDatabase();
  const aws = createAws(world);
  const github = await createGitPart(world, options.sourceDir);
  const kubernetes = createKubernetes(world);
  const parts: WorldPart[] = [
    aws,
    createTraffic(world, aws, samples),
    github,
    createAmp(world, {
      database: samples,
      credentialsFor: key => aws.credentials.credentialsFor(key),
    }),
    kubernetes,
    createRunnerPart(world, github.host, aws.terraform, options.planner),
    createArgoCd(world, {
      source: new GitHostManifestSource(github.host, 'acme', 'infrastructure'),
      kubernetes,
    }),
  ];
  return { samples, aws, github, parts };
}

async function createWorld(
  options: StartWorldOptions,
  servers: Servers,
): Promise<World & { clock: DefaultWorldClock }> {
  const seed = options.seed ?? 1;
  const clock = DefaultWorldClock.create({ mode: options.clock });
  const urls = Object.fromEntries(
    worldPorts.map(name => [name, servers[name].url]),
  ) as Record<WorldPort, string>;
  return {
    clock,
    environments: demoEnvironments,
    workloads: new DefaultWorkloadRegistry(clock),
    counter: new CallCounter(),
    chaos: new Chaos(seed),
    seed,
    stateDir:
      options.stateDir ?? (await mkdtemp(join(tmpdir(), 'slipway-world-'))),
    urls,
  };
}

/** Starts the embedded world: all stand-ins listen on 127.0.0.1 and are alive when this resolves. */
export async function startWorld(
  options: StartWorldOptions = {},
): Promise<RunningWorld> {
  const servers = await openServers(options.ports);
  const world = await createWorld(options, servers);
  const { parts, aws, samples } = await composeParts(world, options);
  const reset = async () => {
    world.workloads.reset();
    world.chaos.reset();
    for (const part of parts) {
      await part.reset?.();
    }
  };
  const stop = async () => {
    world.clock.stop();
    for (const part of [...parts].reverse()) {
      await part.stop?.();
    }
    await Promise.all(Object.values(servers).map(server => server.close()));
    if (options.stateDir === undefined) {
      await rm(world.stateDir, { recursive: true, force: true });
    }
  };
  const control = createControl({ world, aws, parts, reset });
  servers.control.serve(control.app);
  try {
    for (const { listen } of parts) {
      if (listen) {
        servers[listen.port].serve(listen.app);
      }
    }
    for (const part of parts) {
      await part.start?.();
    }
  } catch (error) {
    await stop();
    throw error;
  }
  control.ready();
  return { urls: world.urls, world, aws, samples, parts, reset, stop };
}
