const KEY = 'findings-desk-theme';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

export function storedTheme(): Theme {
  try {
    const stored = localStorage.getItem(KEY);
    return THEMES.find((theme) => theme === stored) ?? 'system';
  } catch {
    return 'system';
  }
}

/** Sets the theme of the page and of the library's components; kept for the next visit where the browser allows it. */
export function applyTheme(theme: Theme = storedTheme()): void {
  const { dataset } = document.documentElement;
  if (theme === 'system') {
    delete dataset['theme'];
    delete dataset['cobaltTheme'];
  } else {
    dataset['theme'] = theme;
    dataset['cobaltTheme'] = theme;
  }
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // A browser without storage forgets it, and nothing else changes.
  }
}
