/** What keeps a file from being read as a plan. @public */
export type PlanReadProblem =
  | 'too_large'
  | 'not_json'
  | 'not_a_plan'
  | 'unsupported_version'
  | 'unexpected_shape';

/** A file is no plan that can be read; the message says what it is and what would do. @public */
export class PlanReadError extends Error {
  override readonly name = 'PlanReadError';

  constructor(readonly problem: PlanReadProblem, message: string) {
    super(message);
  }
}
