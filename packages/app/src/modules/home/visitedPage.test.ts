import { labelOf, nameOf, pageOf } from './visitedPage';

describe('a visited page', () => {
  it.each([
    ['/infra-prs/14/plan', '/infra-prs/14', 'change'],
    ['/infra-prs/figures', '/infra-prs/figures', 'page'],
    ['/create/templates/default/add-queue', undefined, 'form'],
    ['/queues', undefined, 'page'],
  ])('%s', (pathname, page, label) => {
    expect(pageOf(pathname)).toBe(page ?? pathname);
    expect(labelOf({ pathname })).toBe(label);
  });

  it('of an entity is called by its kind, whichever tab was open', () => {
    const pathname = '/catalog/default/component/mailer/queues';
    expect(pageOf(pathname)).toBe('/catalog/default/component/mailer');
    const entityRef = 'component:default/mailer';
    expect(labelOf({ pathname, entityRef })).toBe('component');
  });

  it.each([
    ['/infra-prs/14', 'Four replicas #14 | Acme', 'Four replicas #14'],
    ['/catalog/default/component/mailer', 'mailer | Queues | Acme', 'mailer'],
    ['/notifications', 'Acme', 'Notifications'],
  ])('%s is called by what it shows', (pathname, title, name) => {
    expect(nameOf(pathname, title, 'Acme')).toBe(name);
  });
});
