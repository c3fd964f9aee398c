import express, { Express, Request, RequestHandler } from 'express';
import { KnownCredentials } from '../aws/CredentialStore';
import { chaosMiddleware } from '../world/chaosMiddleware';
import { World, WorldPart } from '../world/WorldPart';
import {
  ampErrorHandler,
  sendAwsError,
  unknownAmpOperation,
} from './ampErrors';
import { ampRouter } from './ampRouter';
import { verifySigV4 } from './sigv4/verifySigV4';
import { InMemoryTimeSeriesDatabase } from './tsdb/InMemoryTimeSeriesDatabase';

export interface AmpOptions {
  readonly database: InMemoryTimeSeriesDatabase;
  readonly credentialsFor: (
    accessKeyId: string,
  ) => KnownCredentials | undefined;
  /** Wall clock against which signatures are checked; default Date.now. */
  readonly wallClock?: () => number;
}

const BODY_LIMIT = '1mb';

/** Amazon Managed Service for Prometheus, query side: `/workspaces/<id>/api/v1/…` behind SigV4. */
export function createAmp(
  world: Pick<World, 'clock' | 'environments' | 'counter' | 'chaos'>,
  options: AmpOptions,
): WorldPart & { readonly app: Express } {
  const app = express();
  app.disable('x-powered-by');
  app.use(express.raw({ type: () => true, limit: BODY_LIMIT }));
  const base = '/workspaces/:workspace/api/v1';
  app.use(base, (request, _response, next) => {
    world.counter.count('AMP', operationOf(request));
    next();
  });
  app.use(
    base,
    chaosMiddleware({
      chaos: world.chaos,
      targets: request => [
        'amp',
        `amp/${request.params.workspace}`,
        `amp/${operationOf(request)}`,
      ],
      refuse: ({ outcome, status }, _request, response) => {
        if (outcome === 'throttled') {
          sendAwsError(response, 429, 'ThrottlingException', 'Rate exceeded');
        } else if (outcome === 'denied') {
          sendAwsError(response, 403, 'AccessDeniedException', 'Access denied');
        } else {
          sendAwsError(response, status, 'InternalServerException', 'Injected');
        }
      },
    }),
  );
  app.use(base, authorize(world, options));
  app.use(
    base,
    ampRouter(options.database, () => world.clock.now()),
  );
  app.use(unknownAmpOperation);
  app.use(ampErrorHandler);
  return {
    name: 'amp',
    app,
    listen: { port: 'amp', app },
  };
}

/** `query_range`, `label/values` */
function operationOf(request: Request): string {
  return request.path.replace(/^\//, '').replace(/^label\/[^/]+\//, 'label/');
}

function authorize(
  world: Pick<World, 'environments'>,
  { credentialsFor, wallClock = Date.now }: AmpOptions,
): RequestHandler {
  return (request, response, next) => {
    const { workspace } = request.params;
    const owner = world.environments.find(
      environment => environment.ampWorkspace === workspace,
    );
    const credentials = verifySigV4(
      {
        method: request.method,
        url: request.originalUrl,
        headers: request.headers,
        body: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
      },
      {
        service: 'aps',
        region: owner?.region ?? world.environments[0].region,
        credentialsFor,
        now: wallClock,
      },
    );
    if (!owner) {
      sendAwsError(
        response,
        404,
        'ResourceNotFoundException',
        `Workspace not found: ${workspace}`,
      );
    } else if (owner.account !== credentials.account) {
      sendAwsError(
        response,
        403,
        'AccessDeniedException',
        `User: ${credentials.arn} is not authorized to perform: aps:QueryMetrics on resource: arn:aws:aps:${owner.region}:${owner.account}:workspace/${workspace}`,
      );
    } else {
      next();
    }
  };
}
