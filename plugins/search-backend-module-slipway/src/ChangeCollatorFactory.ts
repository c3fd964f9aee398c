import { Readable } from 'node:stream';
import {
  DocumentCollatorFactory,
  IndexableDocument,
} from '@backstage/plugin-search-common';
import {
  CHANGE_DOCUMENT_TYPE,
  infraPrsReadPermission,
} from '@slipway/plugin-infra-prs-common';
import { ChangesReader } from './ChangesReader';
import { toChangeDocument } from './toChangeDocument';

/** Documents of all requests that the portal keeps; GitHub is not asked. */
export class ChangeCollatorFactory implements DocumentCollatorFactory {
  readonly type = CHANGE_DOCUMENT_TYPE;
  /** Who may see the lists of changes may find them. */
  readonly visibilityPermission = infraPrsReadPermission;
  readonly #changes: Pick<ChangesReader, 'read'>;

  constructor(changes: Pick<ChangesReader, 'read'>) {
    this.#changes = changes;
  }

  async getCollator(): Promise<Readable> {
    return Readable.from(this.#documents());
  }

  async *#documents(): AsyncGenerator<IndexableDocument> {
    for await (const change of this.#changes.read()) {
      yield toChangeDocument(change);
    }
  }
}
