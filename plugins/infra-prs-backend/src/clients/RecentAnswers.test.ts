import { RecentAnswers } from './RecentAnswers';

it('forgets what was used longest ago once there is no more room', () => {
  const answers = new RecentAnswers<string>(100);
  const put = (key: string, bytes: number) =>
    answers.set(key, { etag: key, answer: key, bytes });
  put('a', 40);
  put('b', 40);
  expect(answers.get('a')?.answer).toBe('a');
  put('c', 40);
  expect(answers.get('b')).toBeUndefined();
  put('a', 60);
  expect(answers.get('c')?.answer).toBe('c');
  put('huge', 101);
  expect(answers.get('huge')).toBeUndefined();
  expect(answers.get('a')?.bytes).toBe(60);
});
