import { AwsError } from '../../server/AwsError';

/** CloudWatch's answer to an expression it cannot compute. */
export const expressionError = (expression: string, why: string): AwsError =>
  new AwsError(
    'ValidationError',
    `Error in expression '${expression}': ${why}`,
    { queryCode: 'ValidationError' },
  );
