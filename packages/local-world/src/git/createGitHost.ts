import { EventEmitter } from 'node:events';
import path from 'node:path';
import express from 'express';
import { CallCounter } from '../world/CallCounter';
import { Chaos } from '../world/Chaos';
import { GitEvents, WorldClock } from '../world/types';
import { TokenStore } from './accounts/TokenStore';
import { GitHost } from './GitHost';
import { graphqlApi } from './graphql/graphqlApi';
import { HostContext } from './HostContext';
import { errorHandler } from './http/errorHandler';
import { Exchange, recordExchange } from './http/recordExchange';
import { HostUrls } from './json/HostUrls';
import { followAutoMerge } from './pulls/autoMerge';
import { followMergeQueues } from './pulls/mergeQueue';
import { oauthRoutes } from './oauth/oauthRoutes';
import { RepositoryStore } from './records/RepositoryStore';
import { restApi } from './rest/restApi';
import { seedHost } from './seed/seedHost';
import { smartHttp } from './smartHttp/smartHttp';
import { webRoutes } from './web/webRoutes';
import { deliverHooks } from './webhooks/deliverHooks';

export interface GitHostOptions {
  /** Folder for repositories and records; the host keeps to `git/` in it. */
  readonly stateDir: string;
  /** Where the host listens, `http://127.0.0.1:7102`; a function when that is known only later. */
  readonly baseUrl: string | (() => string);
  readonly clock: WorldClock;
  readonly counter?: CallCounter;
  readonly chaos?: Chaos;
  /** Files of `acme/infrastructure` at first start; without them the host starts empty. */
  readonly seed?: ReadonlyMap<string, Buffer>;
  /** Told of each request and its answer, for tests of what goes over the wire. */
  readonly onExchange?: (exchange: Exchange) => void;
}

function createApp(
  host: HostContext,
  { onExchange }: Pick<GitHostOptions, 'onExchange'>,
): express.Express {
  const app = express();
  if (onExchange) app.use(recordExchange(onExchange));
  app.disable('x-powered-by');
  app.set('etag', 'strong');
  app.use((request, _response, next) => {
    // Clients built on fetch add no-cache to conditional requests; GitHub answers those with 304 all the same.
    delete request.headers['cache-control'];
    next();
  });
  app.use('/api/v3', restApi(host));
  app.use('/api/graphql', graphqlApi(host));
  app.use(oauthRoutes(host));
  app.use(smartHttp(host));
  app.use(webRoutes(host));
  app.use(errorHandler);
  return app;
}

/** A GitHub-like host on real bare repositories. It needs `git` on the PATH. */
export async function createGitHost(options: GitHostOptions): Promise<GitHost> {
  const folder = path.join(options.stateDir, 'git');
  const { baseUrl } = options;
  const events: GitEvents = new EventEmitter();
  // Runner, Argo CD instances and tests all listen.
  events.setMaxListeners(50);
  const host: HostContext = {
    repositories: await RepositoryStore.open(path.join(folder, 'repos')),
    tokens: await TokenStore.open(path.join(folder, 'tokens.json')),
    clock: options.clock,
    counter: options.counter ?? new CallCounter(),
    chaos: options.chaos ?? new Chaos(),
    urls: new HostUrls(typeof baseUrl === 'string' ? () => baseUrl : baseUrl),
    events,
    quiet: false,
    deliveries: new EventEmitter(),
  };
  const stops = [
    deliverHooks(host),
    followAutoMerge(host),
    followMergeQueues(host),
  ];
  const stopHooks = () => stops.forEach(stop => stop());
  const seed = async () => {
    if (options.seed && host.repositories.list().length === 0) {
      await seedHost(host, options.seed);
    }
  };
  host.quiet = true;
  await seed();
  host.quiet = false;
  return new GitHost(host, createApp(host, options), stopHooks, seed);
}
