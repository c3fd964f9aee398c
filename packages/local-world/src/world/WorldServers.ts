import { WorldPort, worldPorts } from './WorldPart';
import { WorldServer } from './WorldServer';

/** The ports of the world, each listening. */
export class WorldServers {
  private constructor(
    private readonly servers: ReadonlyMap<WorldPort, WorldServer>,
  ) {}

  /** Opens all ports, or none: a taken one closes those that were opened before it. */
  static async open(
    ports: Partial<Record<WorldPort, number>> = {},
  ): Promise<WorldServers> {
    const opened = new Map<WorldPort, WorldServer>();
    try {
      for (const name of worldPorts) {
        opened.set(name, await WorldServer.open(name, ports[name] ?? 0));
      }
    } catch (error) {
      await new WorldServers(opened).close();
      throw error;
    }
    return new WorldServers(opened);
  }

  get urls(): Readonly<Record<WorldPort, string>> {
    const url = (name: WorldPort) => this.servers.get(name)?.url ?? '';
    return {
      control: url('control'),
      aws: url('aws'),
      github: url('github'),
      argocd: url('argocd'),
      amp: url('amp'),
      kubernetes: url('kubernetes'),
    };
  }

  get(name: WorldPort): WorldServer | undefined {
    return this.servers.get(name);
  }

  async close(): Promise<void> {
    await Promise.all([...this.servers.values()].map(item => item.close()));
  }
}
