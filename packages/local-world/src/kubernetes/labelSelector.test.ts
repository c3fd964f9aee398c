import { parseLabelSelector } from './labelSelector';

const labels = { app: 'web', 'app.kubernetes.io/name': 'web', tier: '' };

describe('parseLabelSelector', () => {
  it.each([
    ['', true],
    ['app=web', true],
    ['app==web', true],
    ['app = web', true],
    ['app!=web', false],
    ['missing!=web', true],
    ['app.kubernetes.io/name=web,app=web', true],
    ['app=web,tier=front', false],
    ['tier=', true],
    ['app in (api, web)', true],
    ['app notin (api, web)', false],
    ['missing notin (a)', true],
    ['missing in (a)', false],
    ['app', true],
    ['!app', false],
    ['!missing', true],
    ['app in (web),tier', true],
  ])("'%s' selects: %s", (text, expected) => {
    expect(parseLabelSelector(text)(labels)).toBe(expected);
  });

  it.each(['a b', '=web', 'app in web', 'app in (', 'a=b=c', '('])(
    "refuses '%s'",
    text => {
      expect(() => parseLabelSelector(text)).toThrow('unable to parse');
    },
  );
});
