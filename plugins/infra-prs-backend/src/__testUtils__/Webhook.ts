import { createHmac } from 'node:crypto';

/** Posts to the portal as GitHub does, or as somebody would who pretends to be GitHub. */
export class Webhook {
  static readonly path = '/api/events/http/github';

  constructor(
    private readonly portalUrl: string,
    private readonly secret: string,
  ) {}

  get url(): string {
    return `${this.portalUrl}${Webhook.path}`;
  }

  async deliver(event: {
    name: string;
    payload: object;
    delivery: string;
    secret?: string;
  }): Promise<number> {
    const body = JSON.stringify(event.payload);
    const mac = createHmac('sha256', event.secret ?? this.secret)
      .update(body)
      .digest('hex');
    const { status } = await fetch(this.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-github-event': event.name,
        'x-github-delivery': event.delivery,
        'x-hub-signature-256': `sha256=${mac}`,
      },
      body,
    });
    return status;
  }
}
