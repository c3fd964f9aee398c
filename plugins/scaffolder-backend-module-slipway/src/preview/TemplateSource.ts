import { UrlReaderService } from '@backstage/backend-plugin-api';
import {
  ANNOTATION_LOCATION,
  ANNOTATION_SOURCE_LOCATION,
  Entity,
  parseLocationRef,
} from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { SerializedFile } from './DryRunClient';
import { readDirectory } from './readDirectory';

const MAX_BYTES = 7 * 2 ** 20;

/** Where the files of a template come from. */
export interface TemplateSource {
  /** Everything beside the template's own file but its tests. */
  read(template: Entity): Promise<readonly SerializedFile[]>;
}

/** Reads from where the catalog says that the template came from. */
export class LocationTemplateSource implements TemplateSource {
  readonly #reader: UrlReaderService;

  static create(reader: UrlReaderService): LocationTemplateSource {
    return new LocationTemplateSource(reader);
  }

  private constructor(reader: UrlReaderService) {
    this.#reader = reader;
  }

  async read(template: Entity): Promise<readonly SerializedFile[]> {
    const annotations = template.metadata.annotations ?? {};
    const managedBy = parseLocationRef(annotations[ANNOTATION_LOCATION] ?? '');
    // A file location is taken only from the annotation that the catalog itself writes; the other one is anybody's.
    const files =
      managedBy.type === 'file'
        ? await readDirectory(managedBy.target)
        : await this.#readUrl(
            annotations[ANNOTATION_SOURCE_LOCATION],
            managedBy,
          );
    const kept = files.filter(({ path }) => !path.startsWith('test/'));
    const bytes = kept.reduce((sum, file) => sum + file.content.length, 0);
    if (bytes > MAX_BYTES) {
      throw new InputError(
        `The template is too large for a preview: ${bytes} bytes of ${MAX_BYTES}`,
      );
    }
    return kept.map(({ path, content }) => ({
      path,
      base64Content: content.toString('base64'),
    }));
  }

  async #readUrl(
    sourceLocation: string | undefined,
    managedBy: { type: string; target: string },
  ): Promise<Array<{ path: string; content: Buffer }>> {
    const source = sourceLocation
      ? parseLocationRef(sourceLocation)
      : managedBy;
    if (source.type !== 'url') {
      throw new InputError(
        `A preview needs a template from a file or a URL, not from '${source.type}'`,
      );
    }
    const tree = await this.#reader.readTree(new URL('.', source.target).href);
    const files = await tree.files();
    return Promise.all(
      files.map(async file => ({
        path: file.path,
        content: await file.content(),
      })),
    );
  }
}
