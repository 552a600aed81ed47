/** Red, green, blue from 0 to 255, and opacity from 0 to 1. */
type Color = readonly [number, number, number, number];

const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })!;

/** Any colour that CSS can name, as the screen shows it. */
function parse(css: string): Color {
  canvas.clearRect(0, 0, 1, 1);
  canvas.fillStyle = css;
  canvas.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data;
  return [red, green, blue, alpha / 255];
}

function over([red, green, blue, alpha]: Color, below: Color): Color {
  const mix = (top: number, bottom: number): number => top * alpha + bottom * (1 - alpha);
  return [mix(red, below[0]), mix(green, below[1]), mix(blue, below[2]), 1];
}

/** What an element stands on: its own background over that of its ancestors. */
export function surfaceOf(element: Element | null): Color {
  if (!element) return [255, 255, 255, 1];
  const own = parse(getComputedStyle(element).backgroundColor);
  return own[3] === 1 ? own : over(own, surfaceOf(element.parentElement));
}

/** The ratio of WCAG 2.2 between a colour and what it stands on. */
export function contrast(css: string, surface: Color): number {
  const [high = 0, low = 0] = [luminance(over(parse(css), surface)), luminance(surface)].sort(
    (a, b) => b - a,
  );
  return (high + 0.05) / (low + 0.05);
}

function luminance([red, green, blue]: Color): number {
  const [r = 0, g = 0, b = 0] = [red, green, blue].map((channel) => {
    const value = channel / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
