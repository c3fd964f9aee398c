import { z } from 'zod';
import { plainName } from '../masking/secretFields';
import { Cause } from './Cause';
import { causeByStack, topFrame } from './stackTrace';
import { titleOf } from './titleOf';

/** Values that are looked at; an error stands near the top. */
const MAX_NODES = 2_000;

const ERROR_FIELDS = new Set([
  'error',
  'exception',
  'err',
  'cause',
  'failure',
  'errordetails',
  'exceptiondetails',
  'lasterror',
]);
const TYPE_FIELDS = [
  'errortype',
  'exceptiontype',
  'exceptionclass',
  'type',
  'name',
  'class',
  'code',
  'errorcode',
];
const MESSAGE_FIELDS = [
  'errormessage',
  'exceptionmessage',
  'message',
  'msg',
  'reason',
  'detail',
];
const STACK_FIELDS = ['stacktrace', 'stack', 'trace', 'backtrace'];

const record = z.record(z.string(), z.unknown());

/** The cause by an error that the body itself carries, the one nearest to the top. */
export function causeByBody(json: object): Cause | undefined {
  const queue: unknown[] = [json];
  for (let seen = 0; seen < queue.length && seen < MAX_NODES; seen += 1) {
    const node = queue[seen];
    if (Array.isArray(node)) {
      queue.push(...node.slice(0, 20));
    } else {
      const fields = record.safeParse(node);
      const found = fields.success && causeOfFields(fields.data);
      if (found) return found;
      if (fields.success) queue.push(...objectsIn(fields.data));
    }
  }
  return undefined;
}

function objectsIn(fields: Record<string, unknown>): unknown[] {
  return Object.values(fields)
    .slice(0, 100)
    .filter(value => typeof value === 'object' && value !== null);
}

/** An object that is an error itself (`errorMessage`, `stackTrace`), or has one in a field. */
function causeOfFields(fields: Record<string, unknown>): Cause | undefined {
  const known = plain(fields);
  const itself =
    known.has('errormessage') ||
    known.has('errortype') ||
    known.has('exceptionmessage') ||
    known.has('stacktrace');
  if (itself) return causeOfError(known);
  for (const [name, value] of known) {
    if (ERROR_FIELDS.has(name)) {
      const cause = causeOfValue(value);
      if (cause) return cause;
    }
  }
  return undefined;
}

function causeOfValue(value: unknown): Cause | undefined {
  if (typeof value === 'string' && value.trim()) {
    return (
      causeByStack(value) ?? {
        by: 'exception',
        title: titleOf(undefined, value),
      }
    );
  }
  const fields = record.safeParse(value);
  return fields.success ? causeOfError(plain(fields.data)) : undefined;
}

function causeOfError(fields: ReadonlyMap<string, unknown>): Cause | undefined {
  const first = (names: readonly string[]) =>
    names
      .map(name => fields.get(name))
      .map(value => (Array.isArray(value) ? value.join('\n') : value))
      .find(
        value => ['string', 'number'].includes(typeof value) && value !== '',
      );
  const stack = first(STACK_FIELDS);
  const type = first(TYPE_FIELDS);
  const message = first(MESSAGE_FIELDS);
  if (type === undefined && message === undefined) {
    return stack === undefined ? undefined : causeByStack(String(stack));
  }
  const location = stack === undefined ? undefined : topFrame(String(stack));
  return {
    by: 'exception',
    title: titleOf(type?.toString(), message?.toString()),
    ...(location && { location }),
  };
}

function plain(fields: Record<string, unknown>): ReadonlyMap<string, unknown> {
  return new Map(
    Object.entries(fields)
      .slice(0, 200)
      .map(([name, value]) => [plainName(name), value]),
  );
}
