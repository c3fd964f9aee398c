import express, { Request, Response, Router } from 'express';
import { Millis } from '../world/types';
import { PrometheusApi } from './PrometheusApi';
import { QueryParameters } from './QueryParameters';
import { InMemoryTimeSeriesDatabase } from './tsdb/InMemoryTimeSeriesDatabase';

type Read = (api: PrometheusApi, parameters: QueryParameters) => unknown;

/** Routes below `/workspaces/:workspace/api/v1`; each body is a Buffer. */
export function ampRouter(
  database: InMemoryTimeSeriesDatabase,
  now: () => Millis,
): Router {
  const router = express.Router({ mergeParams: true });
  const answer = (read: Read) => (request: Request, response: Response) => {
    const api = new PrometheusApi(database, request.params.workspace, now);
    const data = read(api, QueryParameters.of(request.url, formOf(request)));
    response.json({ status: 'success', data });
  };
  const form = (path: string, read: Read) => {
    router.get(path, answer(read));
    router.post(path, answer(read));
  };
  form('/query', (api, parameters) => api.query(parameters));
  form('/query_range', (api, parameters) => api.queryRange(parameters));
  form('/series', (api, parameters) => api.series(parameters));
  form('/labels', (api, parameters) => api.labels(parameters));
  router.get('/label/:name/values', (request, response) =>
    answer((api, parameters) =>
      api.labelValues(request.params.name, parameters),
    )(request, response),
  );
  return router;
}

function formOf(request: Request): string {
  const isForm = request.is('application/x-www-form-urlencoded');
  return isForm && Buffer.isBuffer(request.body)
    ? request.body.toString('utf8')
    : '';
}
