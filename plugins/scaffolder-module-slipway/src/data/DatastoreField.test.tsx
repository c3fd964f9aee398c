import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { json, renderField } from '../__testUtils__/renderField';
import { DatastoreField } from './DatastoreField';

describe('DatastoreField', () => {
  it('says what is made in each chosen environment', async () => {
    const values = renderField<boolean>(DatastoreField, {
      schema: { title: 'PostgreSQL' },
      options: { none: 'One RDS instance', reviewed: 'Aurora' },
      formData: { environments: ['prod'] },
      answer: async () =>
        json({
          items: [
            {
              name: 'dev',
              title: 'Development',
              protection: 'none',
              platforms: ['eks'],
            },
            {
              name: 'prod',
              title: 'Production',
              protection: 'reviewed',
              platforms: ['eks'],
            },
          ],
        }),
    });
    expect(await screen.findByRole('listitem')).toHaveTextContent('prodAurora');
    await userEvent.click(
      screen.getByRole('checkbox', { name: 'Make PostgreSQL for it' }),
    );
    expect(values).toEqual([true]);
  });
});
