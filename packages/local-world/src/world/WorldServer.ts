import { createServer, RequestListener, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { WorldPort } from './WorldPart';

/** A port that something else holds. */
export class PortTakenError extends Error {
  override readonly name = 'PortTakenError';
}

const listen = (server: Server, name: WorldPort, port: number) =>
  new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new PortTakenError(
              `Port ${port} (${name}) is taken by another program on this machine.`,
            )
          : error,
      ),
    );
    server.listen(port, '127.0.0.1', resolve);
  });

/** A loopback port that listens before its stand-in exists, so that all URLs are known when stand-ins are made. */
export class WorldServer {
  #handler: RequestListener = (_request, response) => {
    response.writeHead(503, { 'retry-after': '1' });
    response.end('The embedded world is starting');
  };

  private constructor(private readonly server: Server) {
    server.on('request', (request, response) =>
      this.#handler(request, response),
    );
  }

  /** @param port - 0 takes a free one. */
  static async open(name: WorldPort, port: number): Promise<WorldServer> {
    const server = createServer();
    await listen(server, name, port);
    return new WorldServer(server);
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  serve(handler: RequestListener): void {
    this.#handler = handler;
  }

  close(): Promise<void> {
    return new Promise(resolve => {
      this.server.close(() => resolve());
      this.server.closeAllConnections();
    });
  }
}
