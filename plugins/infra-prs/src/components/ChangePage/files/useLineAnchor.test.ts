import { anchorOf, readAnchor } from './useLineAnchor';

describe('anchors of files and lines', () => {
  it.each([
    { path: 'a b/ü&=#.tf' },
    { path: 'a.tf', place: { path: 'a.tf', side: 'RIGHT', line: 12 } },
    { path: 'a.tf', place: { path: 'a.tf', side: 'LEFT', line: 7 } },
  ] as const)('are read as they are written: %j', anchor => {
    expect(readAnchor(anchorOf(anchor))).toEqual(anchor);
  });

  it.each(['', '#', '#other', '#line=3'])('are none in %j', hash => {
    expect(readAnchor(hash)).toBeUndefined();
  });

  it('name the file alone when the line is nonsense', () => {
    expect(readAnchor('#file=a.tf&line=x')).toEqual({ path: 'a.tf' });
  });
});
