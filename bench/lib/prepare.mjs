import { statfs } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { signIn } from '../../scripts/lib/signIn.mjs';

/** A state folder in memory, where there is one: commits to the disk are not what is measured. */
export async function useMemory() {
  const { bavail, bsize } = await statfs('/dev/shm').catch(() => ({}));
  if (bavail * bsize > 2 ** 30) process.env.TMPDIR = '/dev/shm';
}

/** The catalog of a portal that has just started may not know the person yet. */
export async function signInOnceKnown(portal, login = 'olivia') {
  for (let tries = 1; ; tries += 1) {
    try {
      return await signIn(portal, login);
    } catch (error) {
      if (tries === 20) throw error;
      await sleep(3_000);
    }
  }
}
