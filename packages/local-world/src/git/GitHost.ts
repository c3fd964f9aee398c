import { Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { Express } from 'express';
import { GitEvents } from '../world/types';
import { HostContext } from './HostContext';
import { HostedRepository } from './records/HostedRepository';

/** The embedded Git host, for the parts of the world that live in the same process. */
export class GitHost {
  constructor(
    readonly context: HostContext,
    readonly app: Express,
    private readonly stopHooks: () => void,
    private readonly seed: () => Promise<void>,
  ) {}

  get events(): GitEvents {
    return this.context.events;
  }

  /** @throws Error when there is no such repository. */
  repository(owner: string, name: string): HostedRepository {
    const found = this.context.repositories.get(owner, name);
    if (!found) throw new Error(`There is no repository ${owner}/${name}`);
    return found;
  }

  /** SHA of the commit a branch, tag or SHA means; undefined when there is none. */
  async headOf(
    owner: string,
    name: string,
    ref = 'main',
  ): Promise<string | undefined> {
    const repository = this.context.repositories.get(owner, name);
    return repository?.git.history.resolve(ref);
  }

  /** Files below a folder (`''`: all) at a ref, by path from the root. */
  async readTree(
    owner: string,
    name: string,
    ref: string,
    folder = '',
  ): Promise<ReadonlyMap<string, Buffer>> {
    const repository = this.repository(owner, name);
    const sha = await repository.git.history.resolve(ref);
    if (!sha) return new Map();
    return repository.git.files(sha, folder);
  }

  /** A file at a ref; undefined when it is not there. */
  async fileAt(
    owner: string,
    name: string,
    ref: string,
    file: string,
  ): Promise<Buffer | undefined> {
    const repository = this.repository(owner, name);
    const sha = await repository.git.history.resolve(ref);
    return sha ? repository.git.file(sha, file) : undefined;
  }

  /** A token that acts for a demo account, as sign-in would issue it. */
  tokenFor(login: string): Promise<string> {
    const scopes = ['read:user', 'repo'];
    return this.context.tokens.issue({ login, scopes });
  }

  /** Repositories and their pull requests, for the world's control page. */
  state() {
    return this.context.repositories.list().map(({ fullName, record }) => ({
      repository: fullName,
      pulls: record.pulls.map(({ number, title, state, mergedAt }) => ({
        number,
        title,
        state: mergedAt === undefined ? state : 'merged',
      })),
    }));
  }

  /** Back to how it was at first start. Tokens stay, so that nobody is signed out. */
  async reset(): Promise<void> {
    this.context.quiet = true;
    try {
      await this.context.repositories.clear();
      await this.seed();
    } finally {
      this.context.quiet = false;
    }
  }

  /** Listens on loopback on its own; the world mounts `app` instead. */
  async listen(port = 0): Promise<{ url: string; close(): Promise<void> }> {
    const server = await new Promise<Server>((resolve, reject) => {
      const started = this.app.listen(port, '127.0.0.1', () =>
        resolve(started),
      );
      started.on('error', reject);
    });
    const address: AddressInfo | string | null = server.address();
    const bound = typeof address === 'object' ? address?.port : undefined;
    return {
      url: `http://127.0.0.1:${bound}`,
      close: () =>
        new Promise(resolve => {
          server.close(() => resolve());
          server.closeAllConnections();
        }),
    };
  }

  stop(): void {
    this.stopHooks();
    this.context.events.removeAllListeners();
    this.context.deliveries.removeAllListeners();
  }
}
