import { appThemeApiRef } from '@backstage/frontend-plugin-api';
import { TestApiProvider } from '@backstage/frontend-test-utils';
import { useTheme } from '@mui/material/styles';
import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ActiveThemeProvider } from './ActiveThemeProvider';

function Mode() {
  return <p>{useTheme().palette.mode}</p>;
}

describe('ActiveThemeProvider', () => {
  it('keeps the page and what is typed in it when the colour scheme changes', async () => {
    const told = new Set<(id: string | undefined) => void>();
    const themes = {
      getInstalledThemes: () => [],
      getActiveThemeId: () => 'light',
      setActiveThemeId: () => {},
      activeThemeId$: () => ({
        [Symbol.observable]() {
          return this;
        },
        subscribe(tell: (id: string | undefined) => void) {
          told.add(tell);
          return { unsubscribe: () => told.delete(tell), closed: false };
        },
      }),
    };
    render(
      <TestApiProvider apis={[[appThemeApiRef, themes as never]]}>
        <ActiveThemeProvider>
          <Mode />
          <input aria-label="Comment" />
        </ActiveThemeProvider>
      </TestApiProvider>,
    );
    const field = screen.getByLabelText('Comment');
    await userEvent.type(field, 'Half a sentence');
    expect(screen.getByText('light')).toBeInTheDocument();
    act(() => told.forEach(tell => tell('dark')));
    expect(screen.getByText('dark')).toBeInTheDocument();
    expect(screen.getByLabelText('Comment')).toBe(field);
    expect(field).toHaveValue('Half a sentence');
  });
});
