/** Takes back what would merge by itself, with the integration's own credentials. Methods throw UpstreamError. */
export interface AutoMergeStopper {
  disableAutoMerge(nodeId: string, signal: AbortSignal): Promise<void>;
  dequeue(nodeId: string, signal: AbortSignal): Promise<void>;
}
