import {
  deleteView,
  renameView,
  savedViewsSchema,
  saveView,
} from './savedViews';

describe('saved views', () => {
  const saved = {
    default: 'a',
    views: [
      { name: 'a', query: 'env=dev' },
      { name: 'b', query: '' },
    ],
  };
  it('are replaced, renamed and deleted with what they mean', () => {
    expect(saveView(saved, { name: 'b', query: 'q=1' }).views).toEqual([
      { name: 'a', query: 'env=dev' },
      { name: 'b', query: 'q=1' },
    ]);
    expect(renameView(saved, 'a', 'c')).toEqual({
      default: 'c',
      views: [
        { name: 'b', query: '' },
        { name: 'c', query: 'env=dev' },
      ],
    });
    expect(renameView(saved, 'a', 'b')).toBeUndefined();
    expect(deleteView(saved, 'a')).toEqual({ views: [saved.views[1]] });
  });

  it('are not taken from a store that holds something else', () => {
    expect(savedViewsSchema.safeParse({ views: 'all' }).success).toBe(false);
  });
});
