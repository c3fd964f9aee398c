import request from 'supertest';
import { startWorld } from '../../startWorld';

describe('a fleet of queues', () => {
  it('has owners, dead-letter queues and numbers that change', async () => {
    const { world, aws, urls, stop } = await startWorld({
      clock: 'manual',
      only: ['aws'],
    });
    try {
      const control = request(urls.control);
      const body = { environment: 'dev', queues: 1_000, owners: ['a', 'b'] };
      await control.post('/api/fleet').send(body).expect(200);
      const place = { account: '111111111111', region: 'eu-west-1' };
      expect(aws.queues.list(place.account, place.region)).toHaveLength(1_200);
      const queue = aws.queues.require({ ...place, name: 'dev-fleet-00010' });
      expect(queue.tags.get('owner')).toBe('a');
      expect(queue.redrivePolicy?.deadLetterTargetArn).toMatch(
        /dev-fleet-dlq-00002$/,
      );
      const before = aws.flow.counts(queue);
      await world.clock.advance(60_000);
      expect(aws.flow.counts(queue)).not.toEqual(before);
      await control
        .post('/api/fleet')
        .send({ ...body, environment: 'mars' })
        .expect(404);
      await control
        .post('/api/fleet')
        .send({ ...body, queues: 0 })
        .expect(400);
    } finally {
      await stop();
    }
  });
});
