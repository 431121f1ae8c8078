/** Colours and type of the plots: those of the game, once for a light page and once for a dark one. */

/** One meaning each; the words are those of the design. */
export interface Theme {
  readonly id: 'light' | 'dark';
  readonly ground: string;
  readonly text: string;
  readonly quiet: string;
  readonly grid: string;
  readonly il6: string;
  readonly tnf: string;
  readonly il10: string;
  readonly ifn: string;
  readonly pathogen: string;
  readonly cell: string;
  readonly damage: string;
  readonly drug: string;
  readonly good: string;
}

export const LIGHT: Theme = {
  id: 'light',
  ground: '#ffffff',
  text: '#131c38',
  quiet: '#4c5a7d',
  grid: '#e4e9f4',
  il6: '#b86e00',
  tnf: '#c33a12',
  il10: '#0a8268',
  ifn: '#3c56c8',
  pathogen: '#7440d6',
  cell: '#2f62c4',
  damage: '#b5173f',
  drug: '#0b7391',
  good: '#0a8268',
};

export const DARK: Theme = {
  id: 'dark',
  ground: '#0b132d',
  text: '#eaf1ff',
  quiet: '#a9badf',
  grid: '#202c52',
  il6: '#f5a524',
  tnf: '#ff7a50',
  il10: '#2cc7a2',
  ifn: '#8fb2f2',
  pathogen: '#b78cff',
  cell: '#8fb2f2',
  damage: '#ff93a5',
  drug: '#8fe3f5',
  good: '#2cc7a2',
};

/** The game's type where it is installed, otherwise a plain sans-serif. */
export const FONT =
  "'Atkinson Hyperlegible Next', 'Atkinson Hyperlegible', 'Helvetica Neue', Arial, sans-serif";

/** Vega-Lite's configuration: thin axes, quiet labels, no frame. */
export function configOf(theme: Theme): object {
  return {
    background: theme.ground,
    font: FONT,
    padding: { left: 18, right: 18, top: 16, bottom: 16 },
    view: { stroke: null },
    concat: { spacing: 34 },
    title: {
      color: theme.text,
      subtitleColor: theme.quiet,
      fontSize: 17,
      fontWeight: 700,
      subtitleFontSize: 13,
      subtitlePadding: 5,
      anchor: 'start',
      frame: 'group',
      offset: 14,
    },
    axis: {
      domain: false,
      ticks: false,
      labelColor: theme.quiet,
      labelFontSize: 12,
      labelPadding: 7,
      titleColor: theme.quiet,
      titleFontSize: 12,
      titleFontWeight: 400,
      grid: true,
      gridColor: theme.grid,
      gridWidth: 1,
    },
    axisX: {
      grid: false,
      ticks: true,
      tickColor: theme.grid,
      tickSize: 5,
      domain: true,
      domainColor: theme.grid,
    },
    text: { font: FONT },
  };
}
