import { render } from '@testing-library/react';
import 'cobalt-react/styles.css';
import { afterEach, describe, expect, it } from 'vitest';
import { EveryView, panelsIn, presentations } from './everyView.tsx';
import { emulateMedia } from './media.ts';

const sheet = document.createElement('style');

afterEach(async () => {
  await emulateMedia({});
  sheet.remove();
});

function running(): number {
  return document.getAnimations().filter(({ playState }) => playState === 'running').length;
}

describe('criterion 24: reduced motion', () => {
  it.each(presentations)('nothing moves by itself: $presentation, $data', async (look) => {
    await emulateMedia({ 'prefers-reduced-motion': 'reduce' });
    render(<EveryView {...look} />);
    expect(running()).toBe(0);
  });

  it("not even what an app's own rules would move", async () => {
    sheet.textContent =
      '@keyframes turn { to { rotate: 1turn } } [data-cobalt], [data-cobalt] * { animation: turn 9s infinite; transition: all 9s }';
    document.head.append(sheet);
    const { container } = render(<EveryView presentation="inline" isStale={false} />);
    expect(running()).toBeGreaterThan(40);
    await emulateMedia({ 'prefers-reduced-motion': 'reduce' });
    expect(running()).toBe(0);
    for (const panel of panelsIn(container)) panel.style.color = 'red';
    expect(running()).toBe(0);
  });
});
