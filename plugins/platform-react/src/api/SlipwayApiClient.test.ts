import { SlipwayApiClient } from './SlipwayApiClient';

class TestClient extends SlipwayApiClient {
  constructor(fetch: typeof globalThis.fetch) {
    super('slipway-test', {
      discoveryApi: { getBaseUrl: async id => `http://portal/api/${id}` },
      fetchApi: { fetch },
    });
  }

  async read(entityRef: string): Promise<string> {
    return this.request({
      path: this.entityPath(entityRef, 'things'),
      query: { range: '1 h', none: undefined },
      read: json => JSON.stringify(json),
    });
  }
}

describe('SlipwayApiClient', () => {
  it('builds encoded URLs and parses the answer', async () => {
    const fetch = jest.fn(async () => Response.json({ a: 1 }));
    const client = new TestClient(fetch);
    expect(await client.read('component:default/ord#rs')).toBe('{"a":1}');
    expect(fetch).toHaveBeenCalledWith(
      'http://portal/api/slipway-test/v1/entities/component/default/ord%23rs/things?range=1+h',
      expect.objectContaining({ method: 'GET' }),
    );
  });

  it('fails with the error of the backend', async () => {
    const client = new TestClient(async () =>
      Response.json(
        { error: { name: 'NotAllowedError', message: 'no' } },
        { status: 403 },
      ),
    );
    await expect(client.read('component:default/x')).rejects.toMatchObject({
      name: 'ResponseError',
      statusCode: 403,
    });
  });
});
