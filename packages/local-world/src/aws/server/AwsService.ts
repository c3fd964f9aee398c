import { z } from 'zod';
import { AwsError } from './AwsError';

/** One call as an operation sees it. */
export interface AwsCall {
  readonly account: string;
  readonly region: string;
  /** ARN of who calls. */
  readonly caller: string;
  /** `http://127.0.0.1:7101`, the base of queue URLs. */
  readonly baseUrl: string;
  readonly input: unknown;
  /** Fires when the client hangs up. */
  readonly signal: AbortSignal;
}

/** Answers a call with what the protocol layer writes as JSON (or XML). */
export type AwsOperation = (call: AwsCall) => unknown | Promise<unknown>;

/** A service by the names the wire protocols use. */
export interface AwsService {
  /** `SQS` */
  readonly name: string;
  /** Before the dot of `X-Amz-Target`, or the `Version` of a query call. */
  readonly target: string;
  /** Service name in the SigV4 scope. */
  readonly signingName: string;
  readonly protocol: 'json-1.0' | 'json-1.1' | 'query';
  readonly operations: Readonly<Record<string, AwsOperation>>;
}

const describeIssue = (issue: z.core.$ZodIssue) =>
  `${issue.path.join('.') || 'request'}: ${issue.message}`;

/** Makes an operation of a schema and a handler; input that does not fit is answered with `code`. */
export function operationFor(code: string) {
  return <S extends z.ZodType>(
      schema: S,
      handle: (input: z.output<S>, call: AwsCall) => unknown | Promise<unknown>,
    ): AwsOperation =>
    call => {
      const parsed = schema.safeParse(call.input ?? {});
      if (!parsed.success) {
        throw new AwsError(
          code,
          parsed.error.issues.map(describeIssue).join('; '),
        );
      }
      return handle(parsed.data, call);
    };
}
