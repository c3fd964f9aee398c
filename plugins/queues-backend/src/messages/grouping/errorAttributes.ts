import { plainName } from '../masking/secretFields';
import { Cause } from './Cause';
import { topFrame } from './stackTrace';
import { titleOf } from './titleOf';

/**
 * Attributes in which consumers leave the error, by what they hold; compared without case, dashes and underscores.
 *
 * @remarks
 * `ErrorCode` and `ErrorMessage` are AWS Lambda's for asynchronous calls
 * (https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html), `x-exception-*` is Spring's
 * (https://docs.spring.io/spring-cloud-stream/reference/), the others are common habits.
 */
const TYPES = [
  'errortype',
  'exceptiontype',
  'exceptionclass',
  'xexceptionfqcn',
  'xexceptiontype',
  'xexceptionclass',
  'exceptionfqcn',
  'kafkadltexceptionfqcn',
  'errorname',
  'errorcode',
  'failuretype',
];
const MESSAGES = [
  'errormessage',
  'exceptionmessage',
  'xexceptionmessage',
  'kafkadltexceptionmessage',
  'failurereason',
  'errorreason',
  'deathreason',
  'dlqreason',
  'error',
  'exception',
];
const STACKS = [
  'stacktrace',
  'errorstack',
  'xexceptionstacktrace',
  'exceptionstacktrace',
  'kafkadltexceptionstacktrace',
];

/** The cause by the attributes that a consumer or a framework added. */
export function causeByAttributes(
  attributes: ReadonlyMap<string, string>,
): Cause | undefined {
  const known = new Map(
    [...attributes].map(([name, value]) => [plainName(name), value.trim()]),
  );
  const first = (names: readonly string[]) =>
    names.map(name => known.get(name)).find(Boolean);
  const type = first(TYPES);
  const message = first(MESSAGES);
  if (!type && !message) return undefined;
  const stack = first(STACKS);
  return {
    by: 'error',
    title: titleOf(type, message),
    ...(stack && { location: topFrame(stack) }),
  };
}
