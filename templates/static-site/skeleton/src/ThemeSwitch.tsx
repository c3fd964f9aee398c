import { useEffect, useState } from 'react';

const themes = { auto: 'As the system', light: 'Light', dark: 'Dark' } as const;
type Theme = keyof typeof themes;

const isTheme = (text: string | null): text is Theme =>
  text !== null && text in themes;

/** Light, dark, or as the system has it, which is the default. */
export function ThemeSwitch() {
  const [theme, setTheme] = useState<Theme>(() => {
    const kept = localStorage.getItem('theme');
    return isTheme(kept) ? kept : 'auto';
  });
  useEffect(() => {
    localStorage.setItem('theme', theme);
    const { dataset } = document.documentElement;
    if (theme === 'auto') delete dataset['theme'];
    else dataset['theme'] = theme;
  }, [theme]);
  return (
    <label className="theme">
      Theme{' '}
      <select
        value={theme}
        onChange={({ target }) =>
          isTheme(target.value) && setTheme(target.value)
        }
      >
        {Object.entries(themes).map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}
