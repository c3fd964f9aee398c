/** `errorType` of the Prometheus HTTP API, see https://prometheus.io/docs/prometheus/latest/querying/api/#format-overview */
export type PromqlErrorType = 'bad_data' | 'execution';

/** A query that is wrong (`bad_data`, HTTP 400) or cannot be executed (`execution`, HTTP 422). */
export class PromqlError extends Error {
  private constructor(readonly errorType: PromqlErrorType, message: string) {
    super(message);
    this.name = 'PromqlError';
  }

  static badData(message: string): PromqlError {
    return new PromqlError('bad_data', message);
  }

  static execution(message: string): PromqlError {
    return new PromqlError('execution', message);
  }

  /** A part of PromQL that this stand-in lacks: loud, never an empty answer. */
  static unsupported(what: string): PromqlError {
    return new PromqlError(
      'execution',
      `${what} is not supported by the local world's PromQL subset`,
    );
  }
}
