import { HttpException } from '@nestjs/common';

/** What is wrong with one field and what would do. */
export interface FieldError {
  readonly field: string;
  readonly detail: string;
}

/** A problem with single fields. */
export class ProblemException extends HttpException {
  constructor(
    status: number,
    detail: string,
    readonly errors: readonly FieldError[],
  ) {
    super(detail, status);
  }
}
