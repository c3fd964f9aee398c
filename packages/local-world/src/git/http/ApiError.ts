/** An answer other than success, in the shape of the GitHub API. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    message: string,
    /** Which fields were wrong, for 422. */
    readonly errors?: readonly unknown[],
  ) {
    super(message);
    this.name = 'ApiError';
  }

  static notFound(): ApiError {
    return new ApiError(404, 'Not Found');
  }

  /** https://docs.github.com/en/rest/using-the-rest-api/troubleshooting-the-rest-api#validation-failed */
  static invalid(resource: string, field: string, message?: string): ApiError {
    return new ApiError(422, 'Validation Failed', [
      message
        ? { resource, field, code: 'custom', message }
        : { resource, field, code: 'invalid' },
    ]);
  }
}
