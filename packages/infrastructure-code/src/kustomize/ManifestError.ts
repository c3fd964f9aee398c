/** Manifests that cannot be built; the message names the file and what is wrong with it. */
export class ManifestError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ManifestError';
  }
}
