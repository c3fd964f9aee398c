/** An error inside an answer with status 200, as GraphQL gives it. */
export class GraphqlError extends Error {
  constructor(
    readonly type: 'FORBIDDEN' | 'NOT_FOUND' | 'UNPROCESSABLE',
    message: string,
  ) {
    super(message);
    this.name = 'GraphqlError';
  }
}
