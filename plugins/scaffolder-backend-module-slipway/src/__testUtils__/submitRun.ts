import { TestBackend } from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import { setTimeout as delay } from 'node:timers/promises';
import request from 'supertest';

/** How a run ended: what it gave out, and what its log says. */
export interface FinishedRun {
  readonly status: string;
  readonly output: { links?: Array<{ title: string; url: string }> };
  readonly log: string;
}

/** Submits the form as the real one does and waits until the run is over. */
export async function submitRun(
  { server }: TestBackend,
  template: string,
  values: JsonObject,
  authorization: string,
): Promise<FinishedRun> {
  const submitted = await request(server)
    .post('/api/scaffolder/v2/tasks')
    .set('authorization', authorization)
    .send({ templateRef: `template:default/${template}`, values });
  const { id } = submitted.body;
  if (!id) throw new Error(JSON.stringify(submitted.body));
  for (;;) {
    const { body: task } = await request(server)
      .get(`/api/scaffolder/v2/tasks/${id}`)
      .set('authorization', authorization);
    if (!['open', 'processing'].includes(task.status)) {
      const { body: events } = await request(server)
        .get(`/api/scaffolder/v2/tasks/${id}/events`)
        .set('authorization', authorization);
      const bodies: Array<{
        body: { message: string; output?: FinishedRun['output'] };
      }> = events;
      return {
        status: task.status,
        output: bodies.at(-1)?.body.output ?? {},
        log: bodies.map(({ body }) => body.message).join('\n'),
      };
    }
    await delay(100);
  }
}
