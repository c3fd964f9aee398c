/** Addresses on the host. */
export class HostUrls {
  constructor(private readonly getBase: () => string) {}

  /** Without a slash at the end. */
  get base(): string {
    return this.getBase().replace(/\/$/, '');
  }

  get api(): string {
    return `${this.base}/api/v3`;
  }

  repo(fullName: string): string {
    return `${this.api}/repos/${fullName}`;
  }

  web(fullName: string): string {
    return `${this.base}/${fullName}`;
  }

  /** A path with each of its parts escaped. */
  static path(file: string): string {
    return file.split('/').map(encodeURIComponent).join('/');
  }
}
