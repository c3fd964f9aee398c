import { mockCredentials, TestBackend } from '@backstage/backend-test-utils';
import request from 'supertest';
import { parseAllDocuments } from 'yaml';
import { CheckOutcome } from './Check';

/** A file of catalog entities of one combination. */
export interface CatalogFile {
  readonly name: string;
  /** `acme/infrastructure` */
  readonly repository: string;
  readonly path: string;
  readonly content: string;
}

/** Whether the catalog itself takes every entity of a file, and reads what they refer to. */
export async function checkCatalog(
  { server }: TestBackend,
  { name, repository, path, content }: CatalogFile,
): Promise<CheckOutcome> {
  const started = Date.now();
  const problems: string[] = [];
  const entities = parseAllDocuments(content).map(document => document.toJS());
  for (const entity of entities) {
    const { status, body } = await request(server)
      .post('/api/catalog/validate-entity')
      .set('authorization', mockCredentials.user.header())
      .send({
        entity,
        location: `url:https://github.com/${repository}/blob/main/${path}`,
      });
    if (status !== 200) {
      problems.push(JSON.stringify(body.errors ?? body));
    }
  }
  if (entities.length === 0) problems.push('It holds no entity');
  return {
    name,
    check: `catalog ${path}`,
    seconds: (Date.now() - started) / 1000,
    ...(problems.length > 0 && { problem: problems.join('\n') }),
  };
}
