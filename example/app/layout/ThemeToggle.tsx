import { type ReactNode, useState } from 'react';
import { applyTheme, storedTheme, type Theme, THEMES } from './theme.ts';

const NAMES: Readonly<Record<Theme, string>> = { system: 'Auto', light: 'Light', dark: 'Dark' };

export function ThemeToggle(): ReactNode {
  const [theme, setTheme] = useState(storedTheme);
  return (
    <label className="compact-select">
      <span className="visually-hidden">Theme</span>
      <select
        value={theme}
        onChange={({ target }) => {
          const next = THEMES.find((name) => name === target.value) ?? 'system';
          applyTheme(next);
          setTheme(next);
        }}
      >
        {THEMES.map((name) => (
          <option key={name} value={name}>
            {NAMES[name]}
          </option>
        ))}
      </select>
    </label>
  );
}
