/** An error as an AWS service answers it; thrown by operations, written by the protocol layer. */
export class AwsError extends Error {
  override readonly name = 'AwsError';

  constructor(
    /** Shape name: `QueueDoesNotExist`. */
    readonly code: string,
    message: string,
    readonly options: {
      /** HTTP status; default 400. */
      readonly status?: number;
      /** Code of the older query protocol, sent as `x-amzn-query-error` where the SDKs expect it. */
      readonly queryCode?: string;
    } = {},
  ) {
    super(message);
  }

  get status(): number {
    return this.options.status ?? 400;
  }
}

/** Names what the embedded world cannot do. 501 is not retried by the SDKs. */
export const notImplemented = (what: string): AwsError =>
  new AwsError(
    'NotImplementedInLocalWorld',
    `${what} is not implemented in Slipway's embedded world. Use a real account, or extend packages/local-world.`,
    { status: 501 },
  );
