/** Glyphs of the interface, drawn on a 24 px grid with a 1.5 px round stroke. They take the colour of the text around them. */

interface Glyph {
  /** Outline, stroked. */
  readonly line?: string;
  /** Solid parts. */
  readonly solid?: string;
  /** Solid parts in the amber of IL-6; the logo alone has them. */
  readonly amber?: string;
  /** Outline in the same amber. */
  readonly amberLine?: string;
}

function circle(x: number, y: number, r: number): string {
  return `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`;
}

const SPEAKER_BODY =
  'M3 9.6v4.8a.9.9 0 0 0 .9.9h2.9l4.6 3.9a.6.6 0 0 0 1-.46V5.26a.6.6 0 0 0-1-.46L6.8 8.7H3.9a.9.9 0 0 0-.9.9Z';
const DOCUMENT =
  'M6.5 2.75h7.2L19 8v12a1.25 1.25 0 0 1-1.25 1.25H6.5A1.25 1.25 0 0 1 5.25 20V4A1.25 1.25 0 0 1 6.5 2.75ZM13.5 3v5.25H19';
const TRIANGLE =
  'M10.9 4.1 2.9 18a1.27 1.27 0 0 0 1.1 1.9h16a1.27 1.27 0 0 0 1.1-1.9l-8-13.9a1.27 1.27 0 0 0-2.2 0Z';

const TREATMENTS = {
  antiviral: {
    line: `${circle(12, 12, 4.4)}M12 7.6V4M12 16.4V20M7.6 12H4M16.4 12H20M8.9 8.9 6.5 6.5M15.1 15.1l2.4 2.4M4.2 19.8 19.8 4.2`,
    solid: [
      circle(12, 3.2, 1.1),
      circle(12, 20.8, 1.1),
      circle(3.2, 12, 1.1),
      circle(20.8, 12, 1.1),
      circle(5.8, 5.8, 1.1),
      circle(18.2, 18.2, 1.1),
    ].join(''),
  },
  nirmatrelvir: {
    line: `M10.3 3.5a3.5 3.5 0 0 1 4.95 4.95L8.45 15.25a3.5 3.5 0 0 1-4.95-4.95ZM6.9 6.9l4.95 4.95${circle(17, 17.2, 2.7)}M17 14.5v-1.6M17 19.9v1.6M14.3 17.2h-1.6M19.7 17.2h1.6`,
    solid: [
      circle(17, 12.3, 0.9),
      circle(17, 22.1, 0.9),
      circle(12.1, 17.2, 0.9),
      circle(21.9, 17.2, 0.9),
    ].join(''),
  },
  antibiotic: {
    line: 'M13.2 5.7a4.1 4.1 0 0 1 5.8 0 4.1 4.1 0 0 1 0 5.8L11.5 19a4.1 4.1 0 0 1-5.8 0 4.1 4.1 0 0 1 0-5.8ZM9.5 9.5l5.8 5.8M15 7.6a1.6 1.6 0 0 1 2.2 0',
  },
  dexamethasone: {
    line: 'M5.1 12.5 8.05 14.2v3.4L5.1 19.3l-2.95-1.7v-3.4ZM8.05 14.2 11 12.5l2.95 1.7v3.4L11 19.3l-2.95-1.7M11 12.5V9.1l2.95-1.7 2.95 1.7v3.4l-2.95 1.7M16.9 9.1l3.2-1.05 2 2.75-2 2.75-3.2-1.05M13.95 7.4V4.2',
  },
  // The four rings of a steroid, apart from its relative by the drop of an infusion.
  hydrocortisone: {
    line: 'M5.1 12.5 8.05 14.2v3.4L5.1 19.3l-2.95-1.7v-3.4ZM8.05 14.2 11 12.5l2.95 1.7v3.4L11 19.3l-2.95-1.7M11 12.5V9.1l2.95-1.7 2.95 1.7v3.4l-2.95 1.7M16.9 9.1l3.2-1.05 2 2.75-2 2.75-3.2-1.05M7.2 2.6c1.4 1.7 2.3 2.9 2.3 4.1a2.3 2.3 0 0 1-4.6 0c0-1.2.9-2.4 2.3-4.1Z',
  },
  // Antibodies against a messenger hold it; that against the receptor comes with empty arms.
  siltuximab: {
    line: 'M11 21.2v-7.4L6.6 7.2M13 21.2v-7.4l4.4-6.6M4 10.1l3.1 4.6M20 10.1l-3.1 4.6',
    solid: `${circle(5, 4.4, 2.3)}${circle(19, 4.4, 2.3)}`,
  },
  // The receptor antagonist is a protein of three leaves, here as in the picture.
  anakinra: {
    line: 'M12 12.6C6.6 10.4 6.4 2.7 12 2.7C17.6 2.7 17.4 10.4 12 12.6ZM12 12.6C16.61 9.02 23.37 12.7 20.57 17.55C17.77 22.4 11.21 18.38 12 12.6ZM12 12.6C12.79 18.38 6.23 22.4 3.43 17.55C0.63 12.7 7.39 9.02 12 12.6ZM12 6.4L12 8.4M17.37 15.7L15.64 14.7M6.63 15.7L8.36 14.7',
  },
  // A tablet, and the sign for what holds a signal up.
  baricitinib: { line: `${circle(8.6, 12, 6.2)}M8.6 5.8v12.4M14.8 12h6M21 7.2v9.6` },
  tnfBlocker: {
    line: 'M11 21.2v-7L6.9 8M13 21.2v-7L17.1 8M4.2 10.7l3.2 4.7M19.8 10.7l-3.2 4.7',
    solid: 'M4.4.9 7 5.4H1.8ZM19.6.9l2.6 4.5H17Z',
  },
  tocilizumab: { line: 'M11 21.2v-8.9L5.5 4.1M13 21.2v-8.9l5.5-8.2M2.9 7l3.9 5.7M21.1 7l-3.9 5.7' },
  oxygen: {
    line: 'M5.6 6.6c3.4-1.5 9.4-1.5 12.8 0v6.8c0 3.8-2.8 6.4-6.4 6.4s-6.4-2.6-6.4-6.4ZM5.6 9.4 2.4 8M18.4 9.4 21.6 8M9.2 12.2h5.6M10 15.4h4M12 19.8v2',
  },
  fluids: {
    line: 'M8.2 4.3h7.6a1.5 1.5 0 0 1 1.5 1.5v7.6a3.9 3.9 0 0 1-3.9 3.9h-2.8a3.9 3.9 0 0 1-3.9-3.9V5.8a1.5 1.5 0 0 1 1.5-1.5ZM10.4 4.3V2.4h3.2v1.9M6.7 10.2c1.8-1 3.5 1 5.3 0s3.5 1 5.3 0M12 17.3v4.4',
  },
  norepinephrine: { line: 'M2.2 13.4h4.1l1.8-3.1 2.6 6.9 3.1-12.4 2.5 10.4 1.5-1.8h4' },
  renalReplacement: {
    line: 'M11.9 3.5C6.7 1.9 3 6.6 3.2 12.1c.2 5.4 4.3 9.2 8 7.9 2.8-1 2.6-3.7 1-5.5-1.4-1.6-1.4-3.3 0-4.9 1.8-2.1 2.5-5.2-.3-6.1ZM11.3 12h3.1a3.6 3.6 0 0 1 3.6 3.6v5.6M15.4 18.9l2.6 2.6 2.6-2.6M11.6 8.9h4.9',
  },
} satisfies Record<string, Glyph>;

const CONTROLS = {
  play: { solid: 'M7 5.1v13.8a.9.9 0 0 0 1.38.76l10.8-6.9a.9.9 0 0 0 0-1.52L8.38 4.34A.9.9 0 0 0 7 5.1Z' },
  pause: {
    solid:
      'M7.4 4.5h2.2a.9.9 0 0 1 .9.9v13.2a.9.9 0 0 1-.9.9H7.4a.9.9 0 0 1-.9-.9V5.4a.9.9 0 0 1 .9-.9ZM14.4 4.5h2.2a.9.9 0 0 1 .9.9v13.2a.9.9 0 0 1-.9.9h-2.2a.9.9 0 0 1-.9-.9V5.4a.9.9 0 0 1 .9-.9Z',
  },
  stepHour: {
    solid:
      'M6 6.1v11.8a.8.8 0 0 0 1.26.66l8.2-5.9a.8.8 0 0 0 0-1.32l-8.2-5.9A.8.8 0 0 0 6 6.1ZM17 5.6h1.4a.6.6 0 0 1 .6.6v11.6a.6.6 0 0 1-.6.6H17a.6.6 0 0 1-.6-.6V6.2a.6.6 0 0 1 .6-.6Z',
  },
  stepSixHours: {
    solid:
      'M2.6 6.7v10.6a.7.7 0 0 0 1.12.56l6.9-5.3a.7.7 0 0 0 0-1.12l-6.9-5.3a.7.7 0 0 0-1.12.56ZM11 6.7v10.6a.7.7 0 0 0 1.12.56l6.9-5.3a.7.7 0 0 0 0-1.12l-6.9-5.3A.7.7 0 0 0 11 6.7ZM20.2 5.9h.9a.6.6 0 0 1 .6.6v11a.6.6 0 0 1-.6.6h-.9a.6.6 0 0 1-.6-.6v-11a.6.6 0 0 1 .6-.6Z',
  },
  speaker: { line: 'M15.4 9.2a4 4 0 0 1 0 5.6M18 6.4a7.9 7.9 0 0 1 0 11.2', solid: SPEAKER_BODY },
  speakerMuted: { line: 'm15.6 9.4 5.2 5.2M20.8 9.4l-5.2 5.2', solid: SPEAKER_BODY },
  captions: {
    line: 'M4.5 5.25h15A1.75 1.75 0 0 1 21.25 7v10a1.75 1.75 0 0 1-1.75 1.75h-15A1.75 1.75 0 0 1 2.75 17V7A1.75 1.75 0 0 1 4.5 5.25ZM10.4 10.4a2.3 2.3 0 1 0 0 3.2M17.4 10.4a2.3 2.3 0 1 0 0 3.2',
  },
  menu: { line: 'M4 6.75h16M4 12h16M4 17.25h16' },
  close: { line: 'm5.75 5.75 12.5 12.5M18.25 5.75l-12.5 12.5' },
  back: { line: 'M20 12H4.5M10.5 5.5 4 12l6.5 6.5' },
  restart: { line: 'M4.6 13.1A7.5 7.5 0 1 0 6.9 6.5L4.2 9M4.2 4.4V9h4.6' },
  replay: {
    line: 'M4.6 13.1A7.5 7.5 0 1 0 6.9 6.5L4.2 9M4.2 4.4V9h4.6',
    solid: 'M10.2 9.2v5.8a.5.5 0 0 0 .77.42l4.5-2.9a.5.5 0 0 0 0-.84l-4.5-2.9a.5.5 0 0 0-.77.42Z',
  },
  download: {
    line: 'M12 3.5v11.75M7 10.5l5 5 5-5M4 17v2.25c0 .7.55 1.25 1.25 1.25h13.5c.7 0 1.25-.55 1.25-1.25V17',
  },
  open: {
    line: 'M2.9 18.4V6A1.25 1.25 0 0 1 4.15 4.75h4.6L11 7.5h7.35A1.25 1.25 0 0 1 19.6 8.75v2M2.95 18.7l2.5-7.1a1.25 1.25 0 0 1 1.2-.85h13.5a.95.95 0 0 1 .9 1.25l-2.3 6.4a1.25 1.25 0 0 1-1.2.85H3.5a.6.6 0 0 1-.55-.55Z',
  },
  link: {
    line: 'M10 13.9a4.2 4.2 0 0 0 6 .1l3.3-3.3a4.2 4.2 0 0 0-6-6l-1.5 1.5M14 10.1a4.2 4.2 0 0 0-6-.1l-3.3 3.3a4.2 4.2 0 0 0 6 6l1.5-1.5',
  },
  check: { line: 'm4.5 12.6 5 5L19.5 6.9' },
  settings: {
    line: `M3.5 6.5h9.7M18.3 6.5h2.2M3.5 12h2.2M10.8 12h9.7M3.5 17.5h7.7M16.3 17.5h4.2${circle(15.75, 6.5, 2.4)}${circle(8.25, 12, 2.4)}${circle(13.75, 17.5, 2.4)}`,
  },
} satisfies Record<string, Glyph>;

const SIGNS = {
  clinician: {
    line: `M2.2 12C4.4 8 7.9 5.75 12 5.75S19.6 8 21.8 12c-2.2 4-5.7 6.25-9.8 6.25S4.4 16 2.2 12Z${circle(12, 12, 3.1)}`,
    solid: circle(12, 12, 1.2),
  },
  student: {
    line: 'M12 4.6 1.9 9.4 12 14.2l10.1-4.8ZM6 11.6v4.9c1.6 1.8 3.6 2.7 6 2.7s4.4-.9 6-2.7v-4.9M22.1 9.4v5.8',
  },
  lab: {
    line: 'M8.25 2.75v14.5a3.75 3.75 0 0 0 7.5 0V2.75M6.5 2.75h11M8.25 11.2c2.5-1.1 5 1.1 7.5 0',
    solid: `${circle(11, 15, 0.9)}${circle(13.1, 17.8, 0.9)}`,
  },
  alarm: {
    solid: `M10.7 3.4 2.4 17.9A1.5 1.5 0 0 0 3.7 20.1h16.6a1.5 1.5 0 0 0 1.3-2.2L13.3 3.4a1.5 1.5 0 0 0-2.6 0ZM12 8.1a1 1 0 0 1 1 1.06l-.3 4.7a.7.7 0 0 1-1.4 0L11 9.16A1 1 0 0 1 12 8.1ZM12 15.5a1.15 1.15 0 1 1 0 2.3 1.15 1.15 0 0 1 0-2.3Z`,
  },
  caution: { line: TRIANGLE },
  info: { line: `${circle(12, 12, 9)}M12 11v5.6M10.6 11H12`, solid: circle(12, 7.6, 1.1) },
  model: {
    line: `${circle(5.2, 6.4, 2.6)}${circle(18.6, 8.2, 2.6)}${circle(11, 18.2, 2.6)}M7.8 6.8l8.2 1M6.3 8.8l3.6 7.1M17 10.3l-4.3 5.8`,
  },
  branch: {
    line: `${circle(6, 5, 2.4)}${circle(6, 19, 2.4)}${circle(18, 9, 2.4)}M6 7.4v9.2M18 11.4c0 3.4-3 3.8-6 4.2-2.6.4-5 .8-5.8 1.4`,
  },
  log: { line: `${DOCUMENT}M8.75 12.25h6.75M8.75 15h6.75M8.75 17.75h4` },
  trend: {
    line: 'M3.25 3.75v15c0 .8.7 1.5 1.5 1.5h16M6.6 15.6c2.9-.4 4.6-1.2 6.1-3.6 1.5-2.5 3-5.1 6.9-6M16.4 4.9l3.4 1-1 3.4',
  },
  motion: {
    line: 'M3 8.25h10.4a2.6 2.6 0 1 0-2.5-3.4M3 12h15.2a2.7 2.7 0 1 1-2.6 3.5M5.5 15.75h5a2.2 2.2 0 1 1-2.1 2.9',
  },
  projector: {
    line: `M6.2 17.75H4A1.25 1.25 0 0 1 2.75 16.5V8.75A1.25 1.25 0 0 1 4 7.5h16a1.25 1.25 0 0 1 1.25 1.25v7.75A1.25 1.25 0 0 1 20 17.75h-2.2M6 20v-2.25h12V20M6 11h3.2${circle(15.6, 12.6, 2.7)}M12 2.5v2M7.6 3.2l.8 1.8M16.4 3.2l-.8 1.8`,
  },
  keyboard: {
    line: 'M4 5.75h16A1.25 1.25 0 0 1 21.25 7v10A1.25 1.25 0 0 1 20 18.25H4A1.25 1.25 0 0 1 2.75 17V7A1.25 1.25 0 0 1 4 5.75ZM6.2 9.2h.6M9.6 9.2h.6M13 9.2h.6M16.4 9.2h1.2M6.2 12.2h.6M9.6 12.2h.6M13 12.2h.6M16.4 12.2h1.2M7.8 15.2h8.4',
  },
} satisfies Record<string, Glyph>;

const ORGANS = {
  lungs: {
    line: 'M12 2.75v8.2M12 9.4c-1.4 2-2.4 2.6-3.4 3.4M12 9.4c1.4 2 2.4 2.6 3.4 3.4M9 6.6c-.7-1-2-.9-2.9.2-2.2 2.8-3.7 7.2-3.6 11.5 0 1.9 1.6 2.5 3.1 1.8l2.7-1.3c.9-.45 1.3-1.1 1.3-2.1V7.9c0-.6-.2-1-.6-1.3ZM15 6.6c.7-1 2-.9 2.9.2 2.2 2.8 3.7 7.2 3.6 11.5 0 1.9-1.6 2.5-3.1 1.8l-2.7-1.3c-.9-.45-1.3-1.1-1.3-2.1V7.9c0-.6.2-1 .6-1.3Z',
  },
  blood: {
    line: 'M12 2.9c3.4 4 6.3 7.5 6.3 11.2a6.3 6.3 0 0 1-12.6 0C5.7 10.4 8.6 6.9 12 2.9ZM9 14.4a3.2 3.2 0 0 0 2.7 3.1',
  },
  liver: {
    line: 'M2.9 12.2c0-4 3-6.4 7.4-6.4 4 0 7.2.6 10.2 1.3.9.2 1.1 1 .7 1.8-1.5 2.6-4.4 3.4-6.4 5.2-2 1.9-3.4 4.8-6.9 4.8-3.4 0-5-3-5-6.7ZM12.9 6c.3 3-.2 5.5-1.6 7.6',
  },
  heart: {
    line: 'M11.9 21.2C7.2 19.6 4 15.9 4.2 12.1c.1-2.4 1.5-4.1 3.6-4.4M19 9.2c1.5 4.2-.8 9.3-7.1 12M7.8 7.7c2-.2 3.4.6 4.5 2.1M12.3 9.8C12.9 7.4 15.3 7 17 7.6c.9.3 1.6.8 2 1.6M7.8 7.7V3M10.6 8.2V6.1a3.3 3.3 0 0 1 6.6 0v1.5M12.7 2.9V1.6M15.1 2.9V1.6M12.3 9.8c-.6 3 .1 5.4 2.3 7.6',
  },
  brain: {
    line: 'M11.9 5.2a2.7 2.7 0 0 0-4.9-1 2.9 2.9 0 0 0-2.5 3.4 3.4 3.4 0 0 0-1.3 4.6 3.6 3.6 0 0 0 1.3 4.9 3.1 3.1 0 0 0 3.9 2.7 2.3 2.3 0 0 0 3.5-1.9ZM12.1 5.2a2.7 2.7 0 0 1 4.9-1 2.9 2.9 0 0 1 2.5 3.4 3.4 3.4 0 0 1 1.3 4.6 3.6 3.6 0 0 1-1.3 4.9 3.1 3.1 0 0 1-3.9 2.7 2.3 2.3 0 0 1-3.5-1.9ZM8.9 8.2c.2 1.4-.6 2.3-2 2.4M8.3 15.6c-.1-1.4.8-2.3 2.1-2.3M15.1 8.2c-.2 1.4.6 2.3 2 2.4M15.7 15.6c.1-1.4-.8-2.3-2.1-2.3',
  },
  kidneys: {
    line: 'M8.2 4.2C4.7 3.3 2.4 6.4 2.5 10c.1 3.6 2.7 6.1 5.1 5.3 1.9-.6 1.8-2.4.8-3.6-.9-1.1-.9-2.2 0-3.3 1.2-1.4 1.7-3.6-.2-4.2ZM15.8 4.2c3.5-.9 5.8 2.2 5.7 5.8-.1 3.6-2.7 6.1-5.1 5.3-1.9-.6-1.8-2.4-.8-3.6.9-1.1.9-2.2 0-3.3-1.2-1.4-1.7-3.6.2-4.2ZM8 10.1h.9c1.1 0 1.7.7 1.7 1.8v9.3M16 10.1h-.9c-1.1 0-1.7.7-1.7 1.8v9.3',
  },
} satisfies Record<string, Glyph>;

const BRAND = {
  logo: {
    line: 'M12.6 2.1a9.9 9.9 0 0 1 9.1 12.3M11.4 21.9A9.9 9.9 0 0 1 2.3 9.6',
    amberLine: 'M18.6 12.3a6.6 6.6 0 0 1-8.5 6M5.4 11.7a6.6 6.6 0 0 1 8.5-6',
    amber: circle(12, 12, 3.3),
  },
} satisfies Record<string, Glyph>;

/** Every glyph by name. */
export const GLYPHS = { ...TREATMENTS, ...CONTROLS, ...SIGNS, ...ORGANS, ...BRAND } satisfies Record<
  string,
  Glyph
>;
export type IconName = keyof typeof GLYPHS;

interface IconProps {
  readonly name: IconName;
  /** Edge in CSS pixels; 24 by default. */
  readonly size?: number;
  readonly class?: string;
}

/** A decorative glyph. It says nothing to a screen reader: the control around it carries the name. */
export function Icon({ name, size = 24, class: className }: IconProps) {
  const glyph: Glyph = GLYPHS[name];
  const line = {
    fill: 'none',
    'stroke-width': '1.5',
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
  } as const;
  return (
    <svg
      class={className ? `icon ${className}` : 'icon'}
      width={size}
      height={size}
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
    >
      {glyph.line && <path d={glyph.line} stroke="currentColor" {...line} />}
      {glyph.solid && <path d={glyph.solid} fill="currentColor" fill-rule="evenodd" />}
      {glyph.amberLine && <path d={glyph.amberLine} stroke="#F5A524" {...line} />}
      {glyph.amber && <path d={glyph.amber} fill="#F5A524" />}
    </svg>
  );
}
