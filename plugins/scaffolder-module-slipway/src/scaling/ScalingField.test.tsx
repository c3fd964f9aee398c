import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderField } from '../__testUtils__/renderField';
import { complaintsOf } from '../__testUtils__/validate';
import { ScalingDraft } from './scalingDraft';
import { ScalingField } from './ScalingField';
import { validateScaling } from './validateScaling';

describe('ScalingField', () => {
  it('asks what moves the replicas and between which numbers', async () => {
    const values = renderField<ScalingDraft>(ScalingField, {
      schema: { title: 'Scaling' },
      initial: { by: 'cpu', min: 2, max: 4 },
    });
    await userEvent.click(
      await screen.findByRole('combobox', { name: 'Scale by' }),
    );
    await userEvent.click(
      await screen.findByRole('option', { name: /Messages/ }),
    );
    expect(values).toEqual([{ by: 'queue', min: 2, max: 4 }]);
    const most = screen.getByRole('spinbutton', { name: 'At most' });
    await userEvent.clear(most);
    await userEvent.type(most, '1');
    expect(values.at(-1)).toEqual({ by: 'queue', min: 2, max: 1 });
    expect(
      screen.getByText("Must be as many as 'At least' or more"),
    ).toBeVisible();
  });

  it.each([
    [{ by: 'cpu', min: 2, max: 4 }, []],
    [undefined, []],
    [{ min: 3, max: 2 }, ["At most must be as many as 'At least' or more"]],
    [{ min: 0, max: 200 }, ['At least must be 1 or more', 'At most must be']],
    [{ min: 1.5 }, ['At least must be a whole number']],
  ])('validates %j', async (value, problems) => {
    const errors = await complaintsOf(validateScaling, value);
    expect(errors).toHaveLength(problems.length);
    problems.forEach((problem, index) =>
      expect(errors[index]).toContain(problem),
    );
  });
});
