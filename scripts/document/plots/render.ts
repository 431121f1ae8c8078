/** A Vega-Lite specification as an accessible SVG file whose bytes depend on nothing but the numbers in it. */
import * as vega from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';
import { textWidth } from './textWidth.ts';
import { configOf, DARK, FONT, LIGHT, type Theme } from './theme.ts';

/** A picture of docs/images/model. */
export interface Plot {
  /** Name of the file without its ending. */
  readonly name: string;
  readonly title: string;
  /** What is to be seen, for who does not see it. */
  readonly description: string;
  readonly spec: (theme: Theme) => object;
}

/** Vega's own measure without a canvas is far too wide. Its types leave this part of it out. */
const { textMetrics } = vega as unknown as {
  textMetrics: { width: (item: { fontSize?: number }, text: unknown) => number };
};
textMetrics.width = (item, text) => textWidth(String(text ?? ''), item.fontSize ?? 11);

const escapeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

async function svgOf(plot: Plot, theme: Theme): Promise<string> {
  vega.resetSVGDefIds();
  const spec = {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    config: configOf(theme),
    ...plot.spec(theme),
  };
  const view = new vega.View(vega.parse(compile(spec as TopLevelSpec).spec), { renderer: 'none' });
  const svg = await view.toSVG();
  view.finalize();
  return withNames(plot, svg);
}

/** Coordinates to a tenth of a pixel. */
const rounded = (attribute: string): string =>
  attribute.replaceAll(/-?\d+\.\d{2,}/g, (number) => String(Number(Number(number).toFixed(1))));

/** Rounds coordinates, and lets a screen reader hear the title and the description instead of every mark. */
function withNames({ name, title, description }: Plot, svg: string): string {
  const ids = [`${name}-title`, `${name}-description`];
  return `${svg
    .replaceAll(/ (?:d|transform|x|y|x2|y2|width|height)="[^"]*"/g, rounded)
    .replaceAll(/ (role|aria-roledescription|aria-label|aria-hidden|tabindex|font-family)="[^"]*"/g, '')
    .replace(/^<svg [^>]*?viewBox/, (start) =>
      start.replace('<svg ', `<svg role="img" font-family="${FONT}" aria-labelledby="${ids.join(' ')}" `),
    )
    .replace(
      '>',
      `><title id="${ids[0]}">${escapeText(title)}</title><desc id="${ids[1]}">${escapeText(description)}</desc>`,
    )}\n`;
}

export interface PlotFile {
  readonly path: string;
  readonly text: string;
}

/** Both files of a plot: name.svg for light pages, name.dark.svg for dark ones. */
export async function filesOf(plot: Plot): Promise<PlotFile[]> {
  const folder = 'docs/images/model';
  return [
    { path: `${folder}/${plot.name}.svg`, text: await svgOf(plot, LIGHT) },
    { path: `${folder}/${plot.name}.dark.svg`, text: await svgOf(plot, DARK) },
  ];
}
