import express, { Express } from 'express';
import { Aws } from '../aws/createAws';
import { World, WorldPart } from '../world/WorldPart';
import { controlErrors } from './controlErrors';
import { controlRoutes } from './controlRoutes';
import { fleetRoutes } from './fleetRoutes';
import { controlPage } from './page/controlPage';
import { loopbackOnly } from './loopbackOnly';

/** What the control server steers. */
export interface ControlOptions {
  readonly world: World;
  readonly aws: Aws;
  readonly parts: readonly WorldPart[];
  readonly reset: () => Promise<void>;
}

/** The control server: a page and a JSON API to make things fail, move time and read call counts. */
export function createControl(options: ControlOptions): {
  readonly app: Express;
  /** Says at /healthz that the world is alive. */
  ready(): void;
} {
  let alive = false;
  const app = express();
  app.disable('x-powered-by');
  app.use(loopbackOnly);
  app.use(express.json({ limit: '1mb' }));
  app.get('/healthz', (_request, response) => {
    response.status(alive ? 200 : 503).json({ ready: alive });
  });
  app.get('/', controlPage);
  app.use('/api', controlRoutes(options), fleetRoutes(options));
  for (const part of options.parts) {
    if (part.routes) {
      app.use(`/api/parts/${part.name}`, part.routes);
    }
  }
  app.use(controlErrors);
  return {
    app,
    ready: () => {
      alive = true;
    },
  };
}
