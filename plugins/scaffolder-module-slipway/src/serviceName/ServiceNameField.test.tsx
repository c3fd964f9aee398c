import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { json, renderField } from '../__testUtils__/renderField';
import { backendApis, complaintsOf } from '../__testUtils__/validate';
import { ServiceNameField } from './ServiceNameField';
import { serviceNameProblem } from './serviceNameRule';
import { validateServiceName } from './validateServiceName';

describe('ServiceNameField', () => {
  it('tells while typing whether the name will do', async () => {
    const values = renderField(ServiceNameField, {
      schema: { title: 'Name' },
      answer: async url => {
        const name = url.split('/slipway/v1/names/')[1];
        return json({
          name,
          taken: name === 'go-worker',
          ...(name === 'no-git' && { unchecked: 'The Git host is down' }),
        });
      },
    });
    const input = await screen.findByRole('textbox', { name: 'Name' });
    await userEvent.type(input, 'Go');
    expect(await screen.findByText('Use 3 characters or more.')).toBeVisible();
    await userEvent.clear(input);
    await userEvent.click(input);
    await userEvent.paste('go-worker');
    expect(
      await screen.findByText(/go-worker is taken: .* Choose another/),
    ).toBeVisible();
    expect(input).toBeInvalid();
    await userEvent.clear(input);
    expect(values.at(-1)).toBeUndefined();
    await userEvent.click(input);
    await userEvent.paste('order-mailer');
    expect(await screen.findByText('order-mailer is free.')).toBeVisible();
    expect(values.at(-1)).toBe('order-mailer');
    await userEvent.clear(input);
    await userEvent.click(input);
    await userEvent.paste('no-git');
    expect(
      await screen.findByText(/Git host could not be asked now/),
    ).toBeVisible();
    expect(input).toBeValid();
  });

  it.each([
    ['Order', false, 'Start with a lower-case letter.'],
    ['go-worker', true, 'go-worker is taken'],
    ['order-push', false, 'Must not end with -database'],
    ['order-mailer', false, undefined],
    // The run asks again, so a backend that does not answer holds nobody up.
    ['order-mailer', undefined, undefined],
  ])('validates %j (taken: %s)', async (name, taken, problem) => {
    const errors = await complaintsOf(validateServiceName, name, {
      apiHolder: backendApis(() =>
        taken === undefined ? json({}, 503) : json({ name, taken }),
      ),
    });
    expect(errors).toHaveLength(problem ? 1 : 0);
    expect(errors.join()).toContain(problem ?? '');
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
    ['order--mailer', 'single dashes'],
    ['order mailer', 'Must be'],
    ['order"mailer', 'Must be'],
    ['a${b}', 'Must be'],
    ['../../etc', 'lower-case letter'],
    ['order\nmailer', 'Must be'],
    ['order📮', 'Must be'],
  ])('refuses %j', (name, problem) => {
    expect(serviceNameProblem(name)).toContain(problem);
  });
});
