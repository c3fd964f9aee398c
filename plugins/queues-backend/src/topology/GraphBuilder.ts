import {
  Topology,
  TopologyEdge,
  TopologyNode,
} from '@slipway/plugin-queues-common';

/** Gathers nodes and edges, each once. */
export class GraphBuilder {
  readonly #nodes = new Map<string, TopologyNode>();
  readonly #edges = new Map<string, TopologyEdge>();
  readonly #notes = new Set<string>();

  /** Gives the id, so that an edge can be drawn at once. */
  node(node: TopologyNode): string {
    if (!this.#nodes.has(node.id)) {
      this.#nodes.set(node.id, node);
    }
    return node.id;
  }

  edge(edge: TopologyEdge): void {
    this.#edges.set(`${edge.from} ${edge.kind} ${edge.to}`, edge);
  }

  note(text: string): void {
    this.#notes.add(text);
  }

  build(): Topology {
    return {
      nodes: [...this.#nodes.values()],
      edges: [...this.#edges.values()],
      notes: [...this.#notes],
    };
  }
}
