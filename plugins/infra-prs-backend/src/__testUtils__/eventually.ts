const DEADLINE_MS = 45_000;

/** Asks again twice a second until there is an answer; caches take seconds, busy machines longer. */
export async function eventually<T>(
  ask: () => Promise<T | undefined>,
): Promise<T> {
  const deadline = Date.now() + DEADLINE_MS;
  while (Date.now() < deadline) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await new Promise(resolve => setTimeout(resolve, 500));
  }
  throw new Error('It did not happen in time');
}
