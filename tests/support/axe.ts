import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { settle } from './pagePlay.ts';

/** To be run in the page before its own scripts. */
export const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe-core finds on the page when it has come to rest: rule, element and what is wrong with it. */
export async function findBarriers(page: Page): Promise<string[]> {
  // A colour on its way from one to another belongs to neither.
  await settle(page);
  await flattenGradients(page);
  const { violations } = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run(options: object): Promise<AxeResults> } };
    return axe.run({ resultTypes: ['violations'] });
  });
  await restoreGradients(page);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary?.replace(/\s+/g, ' ')}`,
    ),
  );
}

/**
 * axe-core measures no contrast over a gradient, and most panels lie over one.
 * Each gradient is replaced by its lightest colour, the worst for light text.
 */
function flattenGradients(page: Page): Promise<void> {
  return page.evaluate(() => {
    const context = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
    const brightness = (colour: string): number => {
      if (!context) throw new Error('This browser has no canvas.');
      context.clearRect(0, 0, 1, 1);
      context.fillStyle = colour;
      context.fillRect(0, 0, 1, 1);
      const [red = 0, green = 0, blue = 0, alpha = 0] = context.getImageData(0, 0, 1, 1).data;
      return (0.21 * red + 0.72 * green + 0.07 * blue) * (alpha / 255);
    };
    for (const element of document.querySelectorAll<HTMLElement>('html, body, body *')) {
      const { backgroundImage } = getComputedStyle(element);
      if (!backgroundImage.includes('gradient')) continue;
      const colours = backgroundImage.match(/(?:rgba?|color|oklab|oklch)\([^()]*\)/g) ?? [];
      const [lightest] = colours.sort((one, other) => brightness(other) - brightness(one));
      element.dataset.flattened = element.style.cssText;
      element.style.transition = 'none';
      element.style.backgroundImage = 'none';
      if (lightest) element.style.backgroundColor = lightest;
    }
  });
}

function restoreGradients(page: Page): Promise<void> {
  return page.evaluate(() => {
    for (const element of document.querySelectorAll<HTMLElement>('[data-flattened]')) {
      element.style.cssText = element.dataset.flattened ?? '';
      delete element.dataset.flattened;
    }
  });
}
