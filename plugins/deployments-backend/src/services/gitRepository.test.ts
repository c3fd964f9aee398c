import { isSameRepository, parseRepositoryUrl } from './gitRepository';

describe('parseRepositoryUrl', () => {
  const found = { host: 'github.com', owner: 'acme', repo: 'infra.tools' };

  it.each([
    'https://github.com/acme/infra.tools',
    'https://github.com/acme/infra.tools.git',
    'https://user:secret@github.com/acme/infra.tools.git/',
    'git@github.com:acme/infra.tools.git',
    'ssh://git@github.com/acme/infra.tools',
  ])('reads %s', url => {
    expect(parseRepositoryUrl(url)).toEqual(found);
  });

  it('keeps the port', () => {
    expect(parseRepositoryUrl('http://127.0.0.1:7102/a/b.git')?.host).toBe(
      '127.0.0.1:7102',
    );
  });

  it.each([
    '',
    'https://charts.example.com',
    'https://github.com/acme/a/b',
    'file:///acme/infrastructure',
    'https://github.com/acme/x?y',
  ])('refuses %s', url => {
    expect(parseRepositoryUrl(url)).toBeUndefined();
  });
});

describe('isSameRepository', () => {
  it('ignores case, as Git hosts do', () => {
    expect(
      isSameRepository(
        { owner: 'Acme', repo: 'Infra' },
        { owner: 'acme', repo: 'infra' },
      ),
    ).toBe(true);
  });
});
