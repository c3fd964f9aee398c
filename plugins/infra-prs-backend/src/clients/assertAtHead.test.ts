import { sha } from '../__testUtils__/facts';
import { assertCommitsOf, assertFilesOf } from './assertAtHead';

const at = { number: 7, headSha: sha('a') };
const blob = (head: string, status = 'modified') => ({
  status,
  blob_url: `https://github.com/acme/infrastructure/blob/${head}/a/b.tf`,
});

describe('what is kept for a head', () => {
  it.each([
    [[]],
    [[blob(sha('a')), blob(sha('c'), 'removed')]],
    [[{ status: 'added', blob_url: null }]],
  ])('may be the files %j', files => {
    expect(() => assertFilesOf(at, files)).not.toThrow();
  });

  it.each([[[]], [[{ sha: sha('b') }, { sha: sha('a') }]]])(
    'may be the commits %j',
    commits => {
      expect(() => assertCommitsOf(at, commits)).not.toThrow();
    },
  );

  it('is never that of another, pushed while it was read', () => {
    expect(() => assertFilesOf(at, [blob(sha('a')), blob(sha('b'))])).toThrow(
      'Pull request 7 moved while it was read',
    );
    expect(() => assertCommitsOf(at, [{ sha: sha('b') }])).toThrow('moved');
  });

  it('is not judged by the first of more commits than GitHub lists', () => {
    const many = Array.from({ length: 250 }, () => ({ sha: sha('b') }));
    expect(() => assertCommitsOf(at, many)).not.toThrow();
  });

  it('is never a list that GitHub has not finished', () => {
    const counted = { ...at, changedFiles: 2, commitCount: 2 };
    expect(() => assertFilesOf(counted, [blob(sha('a'))])).toThrow(
      'GitHub lists 1 of the 2 files of pull request 7 so far',
    );
    expect(() => assertCommitsOf(counted, [{ sha: sha('a') }])).toThrow(
      'GitHub lists 1 of the 2 commits',
    );
    expect(() => assertFilesOf(counted, [])).toThrow('0 of the 2 files');
  });

  it('may be shorter than the count when GitHub lists no more', () => {
    const huge = { ...at, changedFiles: 3_100, commitCount: 260 };
    const files = Array.from({ length: 3_000 }, () => blob(sha('a')));
    const commits = Array.from({ length: 250 }, () => ({ sha: sha('b') }));
    expect(() => assertFilesOf(huge, files)).not.toThrow();
    expect(() => assertCommitsOf(huge, commits)).not.toThrow();
  });
});
