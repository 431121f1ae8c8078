import type { Page } from 'playwright-core';

export interface Rules {
  /** Smallest width and height of what can be pressed, CSS pixels. */
  readonly smallest: number;
  /** Only controls inside this selector are looked at. */
  readonly within?: string | undefined;
}

function nameOf(element: Element): string {
  const name = (element.getAttribute('aria-label') ?? element.textContent ?? '').replace(/\s+/g, ' ');
  const { left, top, right, bottom } = element.getBoundingClientRect();
  const place = [left, top, right, bottom].map((edge) => Math.round(edge)).join(' ');
  return `${element.tagName.toLowerCase()}.${element.className} "${name.trim().slice(0, 40)}" at ${place}`;
}

/** A wide table or equation may scroll inside itself, once it has a name and the arrow keys reach it. */
function sidewaysScrollers(): string[] {
  const wide = [...document.querySelectorAll('html, body *')].filter((element) => {
    const scrolls =
      element === document.documentElement || /auto|scroll/.test(getComputedStyle(element).overflowX);
    const isMeant = element.matches('.scrolls[tabindex="0"][aria-label]');
    return scrolls && !isMeant && element.scrollWidth > element.clientWidth + 1;
  });
  return wide.map((element) => `${nameOf(element)} scrolls sideways: ${element.scrollWidth}`);
}

function controls(within: string | undefined): HTMLElement[] {
  const scope = within === undefined ? document : document.querySelector(within);
  const pressed = 'button, a[href], summary, select, label:has(input), input:not(label input)';
  // Out of the way until it is needed: the skip link, and inputs that a button opens.
  return [...(scope?.querySelectorAll<HTMLElement>(pressed) ?? [])].filter(
    (control) =>
      control.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
      !control.matches('.skip-link, .unseen'),
  );
}

/** The middle, and the middle of each edge: what is cut off there or covered is no longer hit. */
function coveredAt(control: HTMLElement): string | null {
  const { left, top, width, height } = control.getBoundingClientRect();
  const [x, y] = [left + width / 2, top + height / 2];
  const points = [
    [x, y],
    [left + 3, y],
    [left + width - 3, y],
    [x, top + 3],
    [x, top + height - 3],
  ] as const;
  for (const [atX, atY] of points) {
    const hit = document.elementFromPoint(atX, atY);
    if (hit && (control.contains(hit) || hit.contains(control))) continue;
    return `has ${hit ? nameOf(hit) : 'nothing'} over it at ${Math.round(atX)}, ${Math.round(atY)}`;
  }
  return null;
}

function faultsOf(control: HTMLElement, smallest: number): (string | null)[] {
  control.scrollIntoView({ block: 'center', inline: 'nearest' });
  const box = control.getBoundingClientRect();
  const { display, overflow } = getComputedStyle(control);
  // A link in running text is as high as its line.
  const isInText = display === 'inline' && control.matches('p a, li a');
  const isSmall = box.width < smallest - 0.5 || box.height < smallest - 0.5;
  const isOutside =
    box.left < -0.5 || box.top < -0.5 || box.right > innerWidth + 0.5 || box.bottom > innerHeight + 0.5;
  const isCut =
    control.scrollWidth > control.clientWidth + 1 || control.scrollHeight > control.clientHeight + 1;
  return [
    isSmall && !isInText ? `is ${box.width.toFixed(1)} x ${box.height.toFixed(1)}` : null,
    isOutside ? 'stands outside the screen' : isInText ? null : coveredAt(control),
    isCut && overflow !== 'visible' && display !== 'inline' ? 'cuts off its own content' : null,
  ];
}

function faultsOfPage({ smallest, within }: Rules): string[] {
  const all = controls(within);
  if (all.length === 0) return ['there is no control'];
  const placed = all.flatMap((control) =>
    faultsOf(control, smallest).flatMap((fault) => (fault === null ? [] : `${nameOf(control)} ${fault}`)),
  );
  return [...sidewaysScrollers(), ...placed];
}

/** These run inside the page, where only their text arrives: they may name each other and nothing else of this file. */
const PAGE_FUNCTIONS = [nameOf, sidewaysScrollers, controls, coveredAt, faultsOf, faultsOfPage];

/**
 * Every fault of the layout in words: sideways scrolling, controls outside the
 * screen, cut off, covered by something else, with text that does not fit, or
 * too small for a finger. Empty when all is well.
 */
export function findMisplaced(page: Page, rules: Rules): Promise<string[]> {
  const functions = PAGE_FUNCTIONS.map(String).join('\n');
  return page.evaluate(`(() => { ${functions}\nreturn faultsOfPage(${JSON.stringify(rules)}); })()`);
}
