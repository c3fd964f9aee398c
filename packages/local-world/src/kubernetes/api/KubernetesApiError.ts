/** An error answered as a `Status` object, as an API server does. */
export class KubernetesApiError extends Error {
  constructor(
    /** HTTP status */
    readonly code: number,
    readonly reason: string,
    message: string,
  ) {
    super(message);
    this.name = 'KubernetesApiError';
  }

  static notFound(resource: string, name: string): KubernetesApiError {
    return new KubernetesApiError(
      404,
      'NotFound',
      `${resource} "${name}" not found`,
    );
  }

  static badRequest(message: string): KubernetesApiError {
    return new KubernetesApiError(400, 'BadRequest', message);
  }

  static notImplemented(what: string): KubernetesApiError {
    return new KubernetesApiError(
      501,
      'NotImplemented',
      `The local world's Kubernetes API does not implement ${what}`,
    );
  }

  toStatus() {
    return {
      kind: 'Status',
      apiVersion: 'v1',
      metadata: {},
      status: 'Failure',
      message: this.message,
      reason: this.reason,
      code: this.code,
    };
  }
}
