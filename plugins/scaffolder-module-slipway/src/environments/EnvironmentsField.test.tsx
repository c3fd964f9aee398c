import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { json, renderField } from '../__testUtils__/renderField';
import { EnvironmentsField } from './EnvironmentsField';

const items = [
  { name: 'dev', title: 'Development', protection: 'none' },
  { name: 'prod', title: 'Production', protection: 'reviewed' },
];

describe('EnvironmentsField', () => {
  it('offers the environments of the config, the first one chosen', async () => {
    const values = renderField<string[]>(EnvironmentsField, {
      schema: { title: 'Environments' },
      initial: [],
      answer: async url =>
        url === 'http://backend/api/scaffolder/slipway/v1/environments'
          ? json({ items })
          : json({}, 404),
    });
    const dev = await screen.findByRole('checkbox', { name: /Development/ });
    expect(dev).toBeChecked();
    await userEvent.click(
      screen.getByRole('checkbox', { name: /Production .*review each change/ }),
    );
    expect(values.at(-1)).toEqual(['dev', 'prod']);
    await userEvent.click(dev);
    expect(values.at(-1)).toEqual(['prod']);
    await userEvent.click(screen.getByRole('checkbox', { name: /Production/ }));
    expect(values.at(-1)).toEqual([]);
    expect(dev).not.toBeChecked();
  });

  it('says so when they cannot be loaded', async () => {
    renderField<string[]>(EnvironmentsField, {
      answer: async () =>
        json({ error: { name: 'NotAllowedError', message: 'no' } }, 403),
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The environments could not be loaded',
    );
  });
});
