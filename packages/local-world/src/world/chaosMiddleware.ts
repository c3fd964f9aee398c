import { setTimeout as delay } from 'node:timers/promises';
import { Request, RequestHandler, Response } from 'express';
import { Chaos, ChaosVerdict } from './Chaos';

/** How a stand-in names and refuses a call that chaos has picked. */
export interface ChaosMiddlewareOptions {
  readonly chaos: Chaos;
  /** Targets that the call falls under, from wide to narrow: `['github', 'github/pulls']`. */
  readonly targets: (request: Request) => readonly string[];
  /** Answers a refused call in the shape of the real service. */
  readonly refuse?: (
    verdict: ChaosVerdict,
    request: Request,
    response: Response,
  ) => void;
}

const statusOf = (verdict: ChaosVerdict): number => {
  if (verdict.outcome === 'throttled' || verdict.outcome === 'exhausted') {
    return 429;
  }
  return verdict.outcome === 'denied' ? 403 : verdict.status;
};

const plainRefusal = (
  verdict: ChaosVerdict,
  _request: Request,
  response: Response,
) => {
  if (verdict.outcome === 'throttled') {
    response.set('retry-after', '1');
  }
  response
    .status(statusOf(verdict))
    .json({ message: `Injected by the world's control: ${verdict.outcome}` });
};

/** Lets the answer begin, and ends the connection in the middle of it. */
function cutAnswer(request: Request, response: Response): void {
  const { end } = response;
  response.end = new Proxy(end, {
    apply(_target, self, [chunk]) {
      const bytes = Buffer.from(chunk ?? '');
      response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () =>
        request.socket.destroy(),
      );
      return self;
    },
  });
}

/** Applies the faults that are switched on before a stand-in answers. */
export function chaosMiddleware(
  options: ChaosMiddlewareOptions,
): RequestHandler {
  const { chaos, targets, refuse = plainRefusal } = options;
  return async (request, response, next) => {
    const verdict = chaos.decide(targets(request));
    if (verdict.latencyMs > 0) {
      await delay(verdict.latencyMs);
    }
    if (verdict.outcome === 'dead') {
      request.socket.destroy();
    } else if (verdict.outcome === 'cut') {
      cutAnswer(request, response);
      next();
    } else if (verdict.outcome === 'pass') {
      next();
    } else {
      refuse(verdict, request, response);
    }
  };
}
