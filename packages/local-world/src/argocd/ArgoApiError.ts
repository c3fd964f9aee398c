/** gRPC status codes that the API answers with, and the HTTP status that grpc-gateway makes of them. */
const STATUS = {
  unknown: { code: 2, http: 500 },
  invalidArgument: { code: 3, http: 400 },
  notFound: { code: 5, http: 404 },
  permissionDenied: { code: 7, http: 403 },
  failedPrecondition: { code: 9, http: 400 },
  unimplemented: { code: 12, http: 501 },
  unavailable: { code: 14, http: 503 },
  unauthenticated: { code: 16, http: 401 },
} as const;

/** An error in the shape of Argo CD's REST API. */
export class ArgoApiError extends Error {
  private constructor(
    private readonly kind: keyof typeof STATUS,
    message: string,
  ) {
    super(message);
    this.name = 'ArgoApiError';
  }

  static invalidArgument(message: string) {
    return new ArgoApiError('invalidArgument', message);
  }

  static notFound(name: string) {
    return new ArgoApiError(
      'notFound',
      `applications.argoproj.io "${name}" not found`,
    );
  }

  /** Argo CD says no more, so that names of applications cannot be guessed. */
  static permissionDenied() {
    return new ArgoApiError('permissionDenied', 'permission denied');
  }

  static failedPrecondition(message: string) {
    return new ArgoApiError('failedPrecondition', message);
  }

  static unimplemented(what: string) {
    return new ArgoApiError(
      'unimplemented',
      `The local world's Argo CD does not implement ${what}`,
    );
  }

  static unauthenticated(message: string) {
    return new ArgoApiError('unauthenticated', message);
  }

  static unavailable(message: string) {
    return new ArgoApiError('unavailable', message);
  }

  static unknown(message: string) {
    return new ArgoApiError('unknown', message);
  }

  get httpStatus(): number {
    return STATUS[this.kind].http;
  }

  toBody() {
    const { code } = STATUS[this.kind];
    return { error: this.message, code, message: this.message };
  }
}
