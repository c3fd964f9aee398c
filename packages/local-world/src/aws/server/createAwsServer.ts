import { setTimeout as delay } from 'node:timers/promises';
import express, { Express, Request, Response } from 'express';
import { CallCounter } from '../../world/CallCounter';
import { Chaos } from '../../world/Chaos';
import { authenticate } from './authenticate';
import { AwsError, notImplemented } from './AwsError';
import { AwsService } from './AwsService';
import { CredentialStore } from '../CredentialStore';
import { RoutedCall, routeCall } from './route';
import { writeError, writeResult } from './writeAnswer';

/** What the protocol layer of the AWS stand-in needs. */
export interface AwsServerOptions {
  readonly services: readonly AwsService[];
  readonly credentials: CredentialStore;
  readonly counter: CallCounter;
  readonly chaos: Chaos;
}

/** The largest request any of the services takes, unzipped (CloudWatch and SQS: 1 MiB). */
const BODY_LIMIT = '2mb';

/** Speaks the JSON and query protocols of AWS for the given services, on any path (SDKs post to queue URLs too). */
export function createAwsServer(options: AwsServerOptions): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.use((_, response, next) => {
    // The clock that signatures are held against, also where a test sets it: the SDKs correct theirs by this header.
    response.set('date', new Date(Date.now()).toUTCString());
    next();
  });
  app.use(express.raw({ type: () => true, limit: BODY_LIMIT }));
  app.post('*', async (request, response) => {
    await answer(options, request, response);
  });
  app.use((request, response) => {
    const error = notImplemented(`AWS over ${request.method} ${request.path}`);
    writeError(response, 'json-1.0', error);
  });
  return app;
}

const asAwsError = (error: unknown): AwsError => {
  if (error instanceof AwsError) {
    return error;
  }
  process.stderr.write(`local-world: AWS stand-in failed: ${error}\n`);
  return new AwsError('InternalFailure', 'The AWS stand-in failed', {
    status: 500,
  });
};

async function answer(
  options: AwsServerOptions,
  request: Request,
  response: Response,
): Promise<void> {
  let protocol: AwsService['protocol'] = request.get('x-amz-target')
    ? 'json-1.0'
    : 'query';
  try {
    const routed = routeCall(options.services, request);
    protocol = routed.service.protocol;
    options.counter.count(routed.service.name, routed.operation);
    const result = await perform(options, routed, request, response);
    writeResult(response, routed.service, routed.operation, result);
  } catch (error) {
    if (!response.destroyed) {
      writeError(response, protocol, asAwsError(error));
    }
  }
}

async function perform(
  options: AwsServerOptions,
  { service, operation, input }: RoutedCall,
  request: Request,
  response: Response,
): Promise<unknown> {
  const caller = authenticate(request, options.credentials);
  const { account, arn } = caller.credentials;
  await meetChaos(options.chaos, service, operation, account, request);
  const handle = Object.hasOwn(service.operations, operation)
    ? service.operations[operation]
    : undefined;
  if (!handle) {
    throw notImplemented(`${service.name}: ${operation}`);
  }
  const hangUp = new AbortController();
  response.on('close', () => hangUp.abort());
  return handle({
    account,
    region: caller.region,
    caller: arn,
    baseUrl: `http://${request.get('host')}`,
    input,
    signal: hangUp.signal,
  });
}

async function meetChaos(
  chaos: Chaos,
  service: AwsService,
  operation: string,
  account: string,
  request: Request,
): Promise<void> {
  const verdict = chaos.decide([
    'aws',
    `aws/account/${account}`,
    `aws/${service.name}`,
    `aws/${service.name}/${operation}`,
  ]);
  if (verdict.latencyMs > 0) {
    await delay(verdict.latencyMs);
  }
  if (verdict.outcome === 'dead') {
    request.socket.destroy();
  }
  if (verdict.outcome !== 'pass') {
    throw injected(verdict.outcome, verdict.status, service, operation);
  }
}

function injected(
  outcome: string,
  status: number,
  service: AwsService,
  operation: string,
): AwsError {
  if (outcome === 'throttled') {
    return new AwsError('ThrottlingException', 'Rate exceeded', {
      queryCode: 'Throttling',
    });
  }
  if (outcome === 'denied') {
    const action = `${service.signingName}:${operation}`;
    return new AwsError(
      'AccessDeniedException',
      `User is not authorized to perform: ${action} (injected by the world's control)`,
      {
        status: service.protocol === 'query' ? 403 : 400,
        queryCode: 'AccessDenied',
      },
    );
  }
  return new AwsError(
    status < 500 ? 'ValidationException' : 'ServiceUnavailable',
    "Injected by the world's control",
    { status },
  );
}
