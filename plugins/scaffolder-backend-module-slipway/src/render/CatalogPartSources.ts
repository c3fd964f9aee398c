import {
  BackstageCredentials,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import {
  ANNOTATION_LOCATION,
  Entity,
  parseLocationRef,
} from '@backstage/catalog-model';
import { InputError, NotFoundError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { LRUCache } from 'lru-cache';
import { dirname, join } from 'node:path';
import {
  DirectoryPartSource,
  PartFile,
  PartSource,
  PartSources,
} from './PartSource';

const PARTS = '../_parts';
const KEPT_MS = 30_000;

/** Finds the parts that lie beside a template, where the catalog says that it came from. */
export class CatalogPartSources implements PartSources {
  readonly #catalog: CatalogService;
  readonly #trees: LRUCache<string, Map<string, PartFile[]>>;

  constructor(options: { catalog: CatalogService; reader: UrlReaderService }) {
    this.#catalog = options.catalog;
    this.#trees = new LRUCache({
      max: 5,
      ttl: KEPT_MS,
      fetchMethod: url => readTree(options.reader, url),
    });
  }

  async forTemplate(
    templateRef: string,
    options: { credentials: BackstageCredentials },
  ): Promise<PartSource> {
    const template = await this.#catalog.getEntityByRef(templateRef, options);
    if (!template) {
      throw new NotFoundError(
        `There is no ${templateRef} in the catalog; the parts of a golden path are read from where the catalog found it`,
      );
    }
    return this.#at(template);
  }

  #at(template: Entity): PartSource {
    // Only the annotation that the catalog itself writes is believed.
    const { type, target } = parseLocationRef(
      template.metadata.annotations?.[ANNOTATION_LOCATION] ?? '',
    );
    if (type === 'file') {
      return new DirectoryPartSource(join(dirname(target), PARTS));
    }
    if (type !== 'url') {
      throw new InputError(
        `A golden path needs a template from a file or a URL, not from '${type}'`,
      );
    }
    const url = new URL(PARTS, target).href;
    return {
      read: async part => {
        const files = (await this.#trees.forceFetch(url)).get(part);
        if (!files)
          throw new InputError(`There is no part '${part}' in ${url}`);
        return files;
      },
    };
  }
}

/** All parts of a tree, by name: `catalog`, `terraform/queue`. */
async function readTree(
  reader: UrlReaderService,
  url: string,
): Promise<Map<string, PartFile[]>> {
  const tree = await reader.readTree(url);
  const parts = new Map<string, PartFile[]>();
  for (const file of await tree.files()) {
    const part = /^(?:(?:terraform|gitops)\/)?[^/]+(?=\/)/.exec(file.path)?.[0];
    if (!part) continue;
    const content = (await file.content()).toString('utf8');
    const path = file.path.slice(part.length + 1);
    parts.set(part, [...(parts.get(part) ?? []), { path, content }]);
  }
  return parts;
}
