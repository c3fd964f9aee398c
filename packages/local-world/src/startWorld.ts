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
import { World, WorldPart, WorldPort } from './world/WorldPart';
import { WorldServers } from './world/WorldServers';

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
  /** Backend of the portal that the Git host sends its webhooks to; without it nobody is told. */
  readonly portalUrl?: string;
  /** How many hours of history the world begins with; default 24. Tests start faster with 0. */
  readonly historyHours?: number;
  /**
   * Stand-ins that come to life, by name; default all. The others answer 503 on their ports. `traffic` needs `aws`, and
   * what syncs or applies needs `github`.
   */
  readonly only?: readonly PartName[];
  /** How pull requests are planned; default real Terraform where it is found. */
  readonly planner?: PlannerChoice;
}

/** A stand-in that can be started without the others. */
export type PartName =
  | 'aws'
  | 'traffic'
  | 'github'
  | 'amp'
  | 'kubernetes'
  | 'runner'
  | 'argocd';

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

const HOUR = 3_600_000;

/** The stand-ins in the order in which they come to life: each finds what it needs in those before it. */
async function composeParts(world: World, options: StartWorldOptions) {
  const samples = new InMemoryTimeSeriesDatabase();
  const aws = createAws(world);
  const github = await createGitPart(world, options);
  const kubernetes = createKubernetes(world);
  const parts: WorldPart[] = [
    aws,
    createTraffic(world, aws, samples, (options.historyHours ?? 24) * HOUR),
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
  urls: World['urls'],
): Promise<World & { clock: DefaultWorldClock }> {
  const seed = options.seed ?? 1;
  const clock = DefaultWorldClock.create({ mode: options.clock });
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

/** Forgets failures and faults, then brings each part back to its first start. */
async function resetWorld(
  world: World,
  parts: readonly WorldPart[],
): Promise<void> {
  world.workloads.reset();
  world.chaos.reset();
  for (const part of parts) {
    await part.reset?.();
  }
}

/** Makes the parts listen, then brings them to life in order. */
async function bringToLife(
  servers: WorldServers,
  parts: readonly WorldPart[],
): Promise<void> {
  for (const { listen } of parts) {
    if (listen) {
      servers.get(listen.port)?.serve(listen.app);
    }
  }
  for (const part of parts) {
    await part.start?.();
  }
}

/** Starts the embedded world: all stand-ins listen on 127.0.0.1 and are alive when this resolves. */
export async function startWorld(
  options: StartWorldOptions = {},
): Promise<RunningWorld> {
  const servers = await WorldServers.open(options.ports);
  const world = await createWorld(options, servers.urls);
  const started: WorldPart[] = [];
  const stop = async () => {
    world.clock.stop();
    for (const part of [...started].reverse()) {
      await part.stop?.();
    }
    await servers.close();
    if (options.stateDir === undefined) {
      await rm(world.stateDir, { recursive: true, force: true });
    }
  };
  try {
    const { parts: all, aws, samples } = await composeParts(world, options);
    const wanted: readonly string[] | undefined = options.only;
    const parts = all.filter(({ name }) => wanted?.includes(name) ?? true);
    started.push(...parts);
    const reset = () => resetWorld(world, parts);
    const control = createControl({ world, aws, parts, reset });
    servers.get('control')?.serve(control.app);
    await bringToLife(servers, parts);
    control.ready();
    return { urls: world.urls, world, aws, samples, parts, reset, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
