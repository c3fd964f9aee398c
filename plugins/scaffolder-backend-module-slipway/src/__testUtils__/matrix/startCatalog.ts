import {
  coreServices,
  createServiceFactory,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import { startTestBackend, TestBackend } from '@backstage/backend-test-utils';
import { NotFoundError } from '@backstage/errors';
import catalogPlugin from '@backstage/plugin-catalog-backend';

/** Files of service repositories that were not pushed anywhere, as if they were on GitHub. */
class RenderedFilesReader implements UrlReaderService {
  readonly #texts = new Map<string, string>();

  put(repository: string, path: string, text: string): void {
    this.#texts.set(`https://github.com/acme/${repository}/${path}`, text);
  }

  async readUrl(url: string) {
    const plain = url.replace(/\/(?:blob|tree|raw)\/main\//, '/');
    const text = this.#texts.get(plain);
    if (text === undefined) throw new NotFoundError(`Nothing is at ${url}`);
    return { buffer: async () => Buffer.from(text) };
  }

  async readTree(): Promise<never> {
    throw new NotFoundError('Only single files are read');
  }

  async search(url: string) {
    const file = await this.readUrl(url);
    return { etag: '', files: [{ url, content: file.buffer }] };
  }
}

/** The real catalog, which reads the files that were put to it. */
export async function startCatalog(): Promise<{
  backend: TestBackend;
  files: RenderedFilesReader;
}> {
  const files = new RenderedFilesReader();
  const reader = createServiceFactory({
    service: coreServices.urlReader,
    deps: {},
    factory: () => files,
  });
  const backend = await startTestBackend({ features: [catalogPlugin, reader] });
  return { backend, files };
}
