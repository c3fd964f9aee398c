/** The default branch of the infrastructure repository at one moment. */
export interface InfrastructureSnapshot {
  /** Git id of the tree. */
  readonly tree: string;
  /** Path of every file to its Git blob id. */
  readonly blobs: ReadonlyMap<string, string>;
}

/** Reads the branch that pull requests are merged into, with the portal's own credentials. All throw UpstreamError. */
export interface InfrastructureTree {
  /** One call; a snapshot is shared by all who ask within a few seconds, unless one asks for a fresh one. */
  snapshot(options?: {
    readonly fresh?: boolean;
  }): Promise<InfrastructureSnapshot>;
  /** Text of one file of a snapshot; undefined when there is no such file. */
  readText(
    snapshot: InfrastructureSnapshot,
    path: string,
  ): Promise<string | undefined>;
}
