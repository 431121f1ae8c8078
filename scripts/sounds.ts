/**
 * Makes the sounds of the game: renders them from scripts/sounds/, encodes
 * each to Opus (in OGG) and MP3 in assets/sound/, listens to the result with
 * the decoder, and writes down what it made in scripts/sounds/rendered.json.
 *
 *   node scripts/sounds.ts          needs ffmpeg (Debian: apt install ffmpeg)
 *
 * Only whoever changes a sound needs this. Encoders differ from version to
 * version, so the encoded files are committed, and a test compares the hash
 * of the samples (which do not differ) with the one written down here.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LEAD_SECONDS, withLead } from './sounds/ambience.ts';
import { fingerprint, LOOPS, SIGNALS, sha256 } from './sounds/catalogue.ts';
import { type Measurement, measure } from './sounds/measure.ts';
import { encodeWav } from './sounds/wav.ts';
import { SAMPLE_RATE, type Samples } from './sounds/waves.ts';

const ROOT = join(import.meta.dirname, '..');
const FOLDER = join(ROOT, 'assets', 'sound');
const RECORD = join(ROOT, 'scripts', 'sounds', 'rendered.json');
const ENCODINGS = {
  opus: ['-c:a', 'libopus', '-b:a', '20k', '-application', 'audio'],
  mp3: ['-c:a', 'libmp3lame', '-b:a', '32k'],
} as const;
const PLAIN = ['-map_metadata', '-1', '-fflags', '+bitexact', '-flags:a', '+bitexact'];

const PEAK_LIMIT_DECIBELS = -1;
/** Places for the seam that are tried, evenly over the loop. */
const SEAM_TRIALS = 40;
/** Good enough to stop looking: the seam bends a tenth of what the loop itself does. */
const SEAM_GOAL = 0.1;
/** At this a seam may be heard. */
const SEAM_LIMIT = 0.5;

type Extension = keyof typeof ENCODINGS;

interface Encoded extends Measurement {
  readonly content: Buffer;
}

interface Rendered {
  readonly samples: Samples;
  readonly turn: number | null;
  readonly files: Readonly<Record<Extension, Encoded>>;
}

function ffmpeg(parameters: readonly string[]): Buffer {
  return execFileSync('ffmpeg', ['-v', 'error', '-y', ...parameters], { maxBuffer: 64_000_000 });
}

function encoderName(): string {
  const version = execFileSync('ffmpeg', ['-version'], { encoding: 'utf8' });
  return version.slice(0, version.indexOf(' Copyright'));
}

/** The samples that a player hears from an encoded file. */
function decode(file: string): Samples {
  const raw = ffmpeg(['-i', file, '-f', 'f32le', '-ar', String(SAMPLE_RATE), '-ac', '1', 'pipe:1']);
  return Float64Array.from(new Float32Array(raw.buffer.slice(raw.byteOffset, raw.byteOffset + raw.length)));
}

function encode(folder: string, extension: Extension, leadSeconds: number | null): Encoded {
  const file = join(folder, `sound.${extension}`);
  ffmpeg(['-i', join(folder, 'sound.wav'), ...ENCODINGS[extension], ...PLAIN, file]);
  return { content: readFileSync(file), ...measure(decode(file), leadSeconds) };
}

function encodeBoth(folder: string, samples: Samples, turn: number | null): Rendered {
  writeFileSync(join(folder, 'sound.wav'), encodeWav(samples));
  const lead = turn === null ? null : LEAD_SECONDS;
  return { samples, turn, files: { opus: encode(folder, 'opus', lead), mp3: encode(folder, 'mp3', lead) } };
}

function worstSeam(rendered: Rendered): number {
  return Math.max(rendered.files.opus.seamRatio ?? 0, rendered.files.mp3.seamRatio ?? 0);
}

/** What an encoder leaves out differs on the two sides of a seam; looks for the place where both formats close best. */
function encodeLoop(folder: string, loop: Samples): Rendered {
  let best: Rendered | null = null;
  for (let trial = 0; trial < SEAM_TRIALS && (best === null || worstSeam(best) > SEAM_GOAL); trial++) {
    const turn = trial / SEAM_TRIALS;
    const rendered = encodeBoth(folder, withLead(loop, turn), turn);
    if (best === null || worstSeam(rendered) < worstSeam(best)) best = rendered;
  }
  return best as Rendered;
}

/** Writes the files of one sound and returns its entry of the record; refuses what would clip or click. */
function keep(name: string, rendered: Rendered): object {
  const files = Object.entries(rendered.files).map(([extension, { content, ...measured }]) => {
    if (measured.peakDecibels > PEAK_LIMIT_DECIBELS) throw new Error(`${name}.${extension} is too loud.`);
    if ((measured.seamRatio ?? 0) > SEAM_LIMIT) throw new Error(`${name}.${extension} clicks at its seam.`);
    writeFileSync(join(FOLDER, `${name}.${extension}`), content);
    console.log(`${name}.${extension}`, `${content.length} bytes`, measured);
    return [extension, { bytes: content.length, sha256: sha256(content), ...measured }];
  });
  return { samples: fingerprint(rendered.samples), turn: rendered.turn, files: Object.fromEntries(files) };
}

function makeSounds(): void {
  mkdirSync(FOLDER, { recursive: true });
  const folder = mkdtempSync(join(tmpdir(), 'sounds-'));
  const sounds: Record<string, object> = {};
  try {
    for (const [name, render] of Object.entries(SIGNALS))
      sounds[name] = keep(name, encodeBoth(folder, render(), null));
    for (const [name, render] of Object.entries(LOOPS))
      sounds[name] = keep(name, encodeLoop(folder, render()));
  } finally {
    rmSync(folder, { recursive: true });
  }
  writeFileSync(RECORD, `${JSON.stringify({ encoder: encoderName(), sounds }, null, 2)}\n`);
}

makeSounds();
