import { ManifestError } from './ManifestError';

/** Whether a build stops at what is wrong, or goes on without it. */
export class BuildContext {
  static readonly strict = new BuildContext(true);
  static readonly lenient = new BuildContext(false);

  private constructor(readonly isStrict: boolean) {}

  /** @throws ManifestError where the build is strict. */
  refuse(message: string): void {
    if (this.isStrict) throw new ManifestError(message);
  }

  /** Does what may be refused; where the build goes on, it does so with something else. */
  attempt<T>(task: () => T, otherwise: T): T {
    try {
      return task();
    } catch (error) {
      if (this.isStrict || !(error instanceof ManifestError)) throw error;
      return otherwise;
    }
  }
}
