import { UpstreamError } from './types';

/**
 * Runs `task` for at most `milliseconds`. The signal is aborted at the deadline, and the promise settles then even
 * when the task ignores its signal.
 *
 * @throws UpstreamError `unreachable` at the deadline.
 */
export async function withDeadline<T>(
  milliseconds: number,
  what: string,
  task: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(
        new UpstreamError(
          'unreachable',
          `${what} did not answer within ${milliseconds / 1000} s`,
          { fix: 'Check that the upstream is up and reachable from Slipway' },
        ),
      );
      controller.abort();
    }, milliseconds);
  });
  try {
    return await Promise.race([task(controller.signal), deadline]);
  } finally {
    clearTimeout(timer);
  }
}
