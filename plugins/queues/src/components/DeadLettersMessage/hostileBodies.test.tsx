import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeDeadLetters } from '../../__fixtures__/FakeDeadLetters';
import { body, peekedMessage } from '../../__fixtures__/peekedMessages';
import { press } from '../../__testUtils__/press';
import { renderDeadLetters } from '../../__testUtils__/renderDeadLetters';

const SCRIPT = '<script>window.pwned=1</script><img src=x onerror="pwned=1">';

async function open(text: string, kind: 'json' | 'text' = 'text') {
  const message = peekedMessage(0, {
    body: body(text, { kind }),
    attributes: [{ name: SCRIPT, type: 'String', value: `${SCRIPT}\u202e` }],
    trace: { id: 'x', url: undefined },
  });
  renderDeadLetters(new FakeDeadLetters([message]), `&message=${message.id}`);
  await press('Look at up to 20 messages');
  const detail = await screen.findByRole('region', { name: /^Message / });
  return within(detail);
}

describe('hostile messages', () => {
  it('are text, wherever they show', async () => {
    const detail = await open(SCRIPT);
    const shown = detail.getByRole('group', { name: 'Content of the body' });
    expect(shown).toHaveTextContent(SCRIPT);
    expect(document.querySelector('script, img[src="x"]')).toBeNull();
    expect(window).not.toHaveProperty('pwned');
    expect(detail.getByRole('table')).toHaveTextContent(`${SCRIPT}<U+202E>`);
  });

  it('are text in a tree too, in keys and values', async () => {
    const json = JSON.stringify({
      [SCRIPT]: SCRIPT,
      ['a\u202eb']: 'c\u0000\u001b[31m\u2066',
      ['__proto__x']: { constructor: 1 },
    });
    const detail = await open(json, 'json');
    const tree = detail.getByRole('tree');
    expect(tree).toHaveTextContent('<script>window.pwned=1</script>');
    expect(tree).toHaveTextContent('a<U+202E>b:"c␀␛[31m<U+2066>"');
    expect(document.querySelector('script, img[src="x"]')).toBeNull();
    await userEvent.click(detail.getByRole('button', { name: 'Text' }));
    expect(detail.queryByRole('tree')).not.toBeInTheDocument();
  });

  it.each([
    ['ANSI', '\u001b[31mred\u001b[0m', '␛[31mred␛[0m'],
    ['NUL', 'a\u0000b', 'a␀b'],
    ['right to left', 'invoice\u202efdp.exe', 'invoice<U+202E>fdp.exe'],
    ['nothing', '', '(empty)'],
    ['deep JSON', '['.repeat(5_000) + ']'.repeat(5_000), '[[[[[['],
  ])('shows %s as it is', async (name, text, expected) => {
    const detail = await open(text, name === 'deep JSON' ? 'json' : 'text');
    expect(
      detail.getByRole('group', { name: 'Content of the body' }),
    ).toHaveTextContent(expected);
  });

  it('make no link of a trace that is no page of the web', async () => {
    const message = peekedMessage(0, {
      // eslint-disable-next-line no-script-url
      trace: { id: 'evil', url: 'javascript:alert(1)' },
    });
    renderDeadLetters(new FakeDeadLetters([message]), `&message=${message.id}`);
    await press('Look at up to 20 messages');
    expect(await screen.findByText('evil')).toBeInTheDocument();
    expect(screen.queryByRole('link', { name: /evil/ })).toBeNull();
  });
});
