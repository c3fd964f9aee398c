import { Request } from 'express';
import { AwsError, notImplemented } from './AwsError';
import { AwsService } from './AwsService';

/** Which operation of which service a request asks for, and with what. */
export interface RoutedCall {
  readonly service: AwsService;
  readonly operation: string;
  readonly input: unknown;
}

const bodyOf = (request: Request): string =>
  Buffer.isBuffer(request.body) ? request.body.toString('utf8') : '';

function parseJson(text: string): unknown {
  try {
    return text === '' ? {} : JSON.parse(text);
  } catch {
    throw new AwsError('SerializationException', 'The body is not JSON');
  }
}

function routeJson(
  services: readonly AwsService[],
  target: string,
  request: Request,
): RoutedCall {
  const [prefix, operation = ''] = target.split('.', 2);
  const service = services.find(
    candidate => candidate.target === prefix && candidate.protocol !== 'query',
  );
  if (!service) {
    throw notImplemented(`${prefix}: ${operation}`);
  }
  return { service, operation, input: parseJson(bodyOf(request)) };
}

function routeQuery(
  services: readonly AwsService[],
  request: Request,
): RoutedCall {
  const form = new URLSearchParams(bodyOf(request));
  const action = form.get('Action') ?? '(no Action)';
  const version = form.get('Version') ?? '';
  const service = services.find(
    candidate => candidate.target === version && candidate.protocol === 'query',
  );
  if (!service) {
    throw notImplemented(
      `${action} of API version ${version || 'unknown'} in the query protocol`,
    );
  }
  return { service, operation: action, input: Object.fromEntries(form) };
}

/** Finds what a request asks for by `X-Amz-Target` (JSON protocols) or `Action` and `Version` (query protocol). */
export function routeCall(
  services: readonly AwsService[],
  request: Request,
): RoutedCall {
  const target = request.get('x-amz-target');
  return target
    ? routeJson(services, target, request)
    : routeQuery(services, request);
}
