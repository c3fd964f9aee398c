import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderField } from '../__testUtils__/renderField';
import { complaintsOf } from '../__testUtils__/validate';
import { TableDraft } from './tableDraft';
import { TableField } from './TableField';
import { validateTable } from './validateTable';

describe('TableField', () => {
  it('makes a table with keys and indexes, and takes it back', async () => {
    const values = renderField<TableDraft>(TableField, {
      schema: { title: 'DynamoDB' },
      formData: { name: 'order-mailer', environments: ['dev'] },
      // What the form library makes of an object that nobody answered.
      initial: { indexes: [] },
    });
    const own = await screen.findByRole('checkbox');
    expect(own).not.toBeChecked();
    await userEvent.click(own);
    expect(values.at(-1)).toEqual({ partitionKey: 'id' });
    expect(screen.getByText('A table: dev-order-mailer')).toBeVisible();
    await userEvent.type(
      screen.getByRole('textbox', { name: 'Sort key' }),
      'at-time',
    );
    expect(screen.getByText(/^Must be letters, digits/)).toBeVisible();
    await userEvent.clear(screen.getByRole('textbox', { name: 'Sort key' }));
    await userEvent.click(screen.getByRole('button', { name: 'Add an index' }));
    await userEvent.type(
      screen.getByRole('textbox', { name: /^Name/ }),
      'by-customer',
    );
    expect(values.at(-1)).toEqual({
      partitionKey: 'id',
      sortKey: undefined,
      indexes: [{ name: 'by-customer' }],
    });
    await userEvent.click(
      screen.getByRole('button', { name: 'Remove index 1' }),
    );
    await userEvent.click(own);
    expect(values.at(-1)).toBeUndefined();
  });

  it.each([
    [undefined, []],
    [{}, []],
    [{ indexes: [] }, []],
    [{ partitionKey: 'id', indexes: [] }, []],
    [{ partitionKey: '1' }, ['Table: Partition key must be letters']],
    [{ indexes: [{ name: 'by-day' }] }, ['Index 1: Partition key is missing']],
  ])('validates %j', async (value, problems) => {
    const errors = await complaintsOf(validateTable, value);
    expect(errors).toHaveLength(problems.length);
    problems.forEach((problem, index) =>
      expect(errors[index]).toContain(problem),
    );
  });
});
