import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderField } from '../__testUtils__/renderField';
import { ServiceNameField } from './ServiceNameField';
import { serviceNameProblem } from './serviceNameRule';

describe('ServiceNameField', () => {
  it('tells while typing whether the name will do', async () => {
    const values = renderField(ServiceNameField, { schema: { title: 'Name' } });
    const input = await screen.findByRole('textbox', { name: 'Name' });
    await userEvent.type(input, 'Go');
    expect(await screen.findByText('Use 3 characters or more.')).toBeVisible();
    await userEvent.clear(input);
    await userEvent.click(input);
    await userEvent.paste('go-worker');
    expect(
      await screen.findByText(/go-worker is in the catalog already/),
    ).toBeVisible();
    expect(input).toBeInvalid();
    await userEvent.clear(input);
    expect(values.at(-1)).toBeUndefined();
    await userEvent.click(input);
    await userEvent.paste('order-mailer');
    expect(await screen.findByText('order-mailer is free.')).toBeVisible();
    expect(values.at(-1)).toBe('order-mailer');
  });

  it.each(['order-mailer', 'a1b'])('takes %j', name => {
    expect(serviceNameProblem(name)).toBeUndefined();
  });

  it.each([
    ['ab', '3 characters'],
    ['a'.repeat(200), '32 characters'],
    ['1ab', 'lower-case letter'],
    ['Order', 'lower-case letter'],
    ['order-', 'dash'],
    ['order mailer', 'only'],
    ['order"mailer', 'only'],
    ['a${b}', 'only'],
    ['../../etc', 'lower-case letter'],
    ['order\nmailer', 'only'],
    ['order📮', 'only'],
  ])('refuses %j', (name, problem) => {
    expect(serviceNameProblem(name)).toContain(problem);
  });
});
