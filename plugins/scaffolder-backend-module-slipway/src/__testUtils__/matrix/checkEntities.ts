import { CheckOutcome } from './Check';
import { checkCatalog } from './checkCatalog';
import { startCatalog } from './startCatalog';

/** Whether the catalog takes every file of entities that a combination rendered, with what they refer to. */
export async function checkEntities(
  { backend, files }: Awaited<ReturnType<typeof startCatalog>>,
  name: string,
  rendered: ReadonlyMap<string, string>,
): Promise<CheckOutcome[]> {
  const found = [...rendered].map(([file, content]) => {
    const [kind, ...rest] = file.split('/');
    const path = rest.join('/');
    if (kind === 'service') files.put(name, path, content);
    const repository =
      kind === 'service' ? `acme/${name}` : 'acme/infrastructure';
    return { name, repository, path, content };
  });
  const entities = found.filter(
    ({ path }) => path.startsWith('catalog/') || path === 'catalog-info.yaml',
  );
  const outcomes: CheckOutcome[] = [];
  for (const file of entities) {
    outcomes.push(await checkCatalog(backend, file));
  }
  return outcomes;
}
