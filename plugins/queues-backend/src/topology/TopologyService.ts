import { CallerCredentials } from '@slipway/platform-node';
import { Topology } from '@slipway/plugin-queues-common';

/** How messages flow around an entity. */
export interface TopologyService {
  /**
   * Of a component, a system or a queue: who sends, through what, to which queues, who takes from them, and where dead letters
   * go. Only entities that the caller can see have a name.
   * @throws NotFoundError when the caller cannot see the entity.
   */
  getTopology(
    entityRef: string,
    options: { credentials: CallerCredentials },
  ): Promise<Topology>;
}
