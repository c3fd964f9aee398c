import { Request, Response } from 'express';
import { ArgoInstance } from '../ArgoInstance';
import { applicationView } from './applicationView';
import { ApplicationQuery, findApplications } from './findApplications';

interface Subscriber {
  readonly response: Response;
  readonly query: ApplicationQuery;
  readonly asEvents: boolean;
  /** Application as last sent, by name. */
  readonly sent: Map<string, string>;
}

/** Answers `stream/applications`: all that is there as ADDED, then each change. */
export class ApplicationStream {
  private readonly subscribers = new Set<Subscriber>();

  constructor(private readonly instance: ArgoInstance) {}

  subscribe(request: Request, response: Response, query: ApplicationQuery) {
    const asEvents = (request.headers.accept ?? '').includes(
      'text/event-stream',
    );
    const subscriber = { response, query, asEvents, sent: new Map() };
    response.set(
      'content-type',
      asEvents ? 'text/event-stream' : 'application/json',
    );
    response.flushHeaders();
    this.subscribers.add(subscriber);
    response.on('close', () => this.subscribers.delete(subscriber));
    this.send(subscriber);
  }

  /** Sends what has changed since the last time. */
  publish(): void {
    this.subscribers.forEach(subscriber => this.send(subscriber));
  }

  close(): void {
    this.subscribers.forEach(({ response }) => response.end());
    this.subscribers.clear();
  }

  private send({ response, query, asEvents, sent }: Subscriber): void {
    const write = (type: string, application: unknown) => {
      const line = JSON.stringify({ result: { type, application } });
      response.write(asEvents ? `data: ${line}\n\n` : `${line}\n`);
    };
    const current = new Set<string>();
    for (const application of findApplications(this.instance, query)) {
      const view = applicationView(application);
      const { reconciledAt: _time, ...status } = view.status;
      const text = JSON.stringify({ ...view, status });
      current.add(application.name);
      const before = sent.get(application.name);
      if (before !== text) {
        write(before === undefined ? 'ADDED' : 'MODIFIED', view);
        sent.set(application.name, text);
      }
    }
    for (const name of [...sent.keys()].filter(each => !current.has(each))) {
      write('DELETED', { metadata: { name, namespace: 'argocd' } });
      sent.delete(name);
    }
  }
}
