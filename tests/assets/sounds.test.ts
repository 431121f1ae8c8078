import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LEAD_SECONDS, LOOP_LEVEL, withLead } from '../../scripts/sounds/ambience.ts';
import { fingerprint, LOOPS, SIGNALS, sha256 } from '../../scripts/sounds/catalogue.ts';
import { decibels, seamRatio } from '../../scripts/sounds/measure.ts';
import { encodeWav } from '../../scripts/sounds/wav.ts';
import { noteHertz, rootMeanSquare, SAMPLE_RATE, type Samples, sine } from '../../scripts/sounds/waves.ts';
import { AMBIENCE_IDS, ambienceGains } from '../../src/app/soundAmbience.ts';
import { pulseHertz, RECORDED_SATURATION } from '../../src/app/soundPulse.ts';
import { SIGNAL_GAINS, SIGNAL_IDS } from '../../src/app/soundSignals.ts';

interface FileRecord {
  readonly bytes: number;
  readonly sha256: string;
  readonly peakDecibels: number;
  readonly seamRatio: number | null;
}
interface SoundRecord {
  readonly samples: string;
  readonly turn: number | null;
  readonly files: Readonly<Record<'opus' | 'mp3', FileRecord>>;
}

const RECORD: { readonly encoder: string; readonly sounds: Readonly<Record<string, SoundRecord>> } =
  JSON.parse(readFileSync('scripts/sounds/rendered.json', 'utf8'));
const signals = new Map(SIGNAL_IDS.map((id) => [id, SIGNALS[id]()]));
const loops = new Map(AMBIENCE_IDS.map((id) => [id, LOOPS[id]()]));
const peakOf = (samples: Samples): number =>
  samples.reduce((most, value) => Math.max(most, Math.abs(value)), 0);

/** Strength of one frequency in the samples (Goertzel's sum). */
function strengthAt(samples: Samples, hertz: number): number {
  let across = 0;
  let along = 0;
  samples.forEach((value, index) => {
    const angle = (2 * Math.PI * hertz * index) / SAMPLE_RATE;
    across += value * Math.sin(angle);
    along += value * Math.cos(angle);
  });
  return Math.hypot(across, along);
}

describe('the waves', () => {
  it('are right without a function of Math', () => {
    for (let turns = -1; turns < 2; turns += 0.0137)
      expect(sine(turns)).toBeCloseTo(Math.sin(2 * Math.PI * turns), 8);
    expect(noteHertz(12)).toBeCloseTo(880, 9);
    expect(noteHertz(-19)).toBeCloseTo(146.832, 3);
  });

  it('become a WAV file of 16 bits, and refuse what lies beyond full scale', () => {
    const bytes = encodeWav(Float64Array.of(0, 1, -1));
    expect(new TextDecoder().decode(bytes.subarray(0, 4))).toBe('RIFF');
    expect([...new Int16Array(bytes.buffer, 44)]).toEqual([0, 32767, -32767]);
    expect(() => encodeWav(Float64Array.of(0, 1.01))).toThrow(RangeError);
    expect(() => encodeWav(Float64Array.of(Number.NaN))).toThrow(RangeError);
  });
});

describe('short sounds', () => {
  it.each([...signals])('%s stays below -1 dBFS and begins and ends in silence', (_, samples) => {
    expect(decibels(peakOf(samples))).toBeLessThan(-1);
    expect(Math.abs(samples[0] as number)).toBeLessThan(0.001);
    expect(peakOf(samples.slice(-160))).toBeLessThan(0.003);
  });

  it('have the pulse at the pitch from which the player shifts it', () => {
    const pulse = signals.get('pulse') as Samples;
    const hertz = pulseHertz(RECORDED_SATURATION);
    for (const other of [0.9, 0.95, 1.05, 1.1]) {
      expect(strengthAt(pulse, hertz)).toBeGreaterThan(strengthAt(pulse, hertz * other));
    }
  });

  it('startle nobody: an alarm takes 50 ms and more to its first peak', () => {
    for (const id of ['alarmMedium', 'alarmHigh'] as const) {
      const samples = signals.get(id) as Samples;
      expect(peakOf(samples.slice(0, 0.02 * SAMPLE_RATE)) / peakOf(samples)).toBeLessThan(0.5);
      expect(peakOf(samples.slice(0, 0.05 * SAMPLE_RATE)) / peakOf(samples)).toBeLessThan(0.99);
    }
  });

  it('give a refusal that is lower than a confirmation', () => {
    const high = (id: 'orderConfirmed' | 'orderRefused') => {
      const samples = signals.get(id) as Samples;
      return strengthAt(samples, noteHertz(10)) / strengthAt(samples, noteHertz(-7));
    };
    expect(high('orderConfirmed')).toBeGreaterThan(10);
    expect(high('orderRefused')).toBeLessThan(0.1);
  });
});

describe('loops', () => {
  it.each([...loops])('%s closes without a click and stands at its level', (_, loop) => {
    expect(seamRatio(loop)).toBeLessThan(1);
    expect(rootMeanSquare(loop)).toBeCloseTo(LOOP_LEVEL, 6);
    expect(decibels(peakOf(loop))).toBeLessThan(-1);
    const broken = loop.slice(0, loop.length - 700);
    expect(seamRatio(broken)).toBeGreaterThan(seamRatio(loop));
  });

  it('stand in their file with their own continuation on both sides', () => {
    const loop = loops.get('ambienceStorm') as Samples;
    const file = withLead(loop, 0.3);
    const lead = LEAD_SECONDS * SAMPLE_RATE;
    expect(file.length).toBe(loop.length + 2 * lead);
    for (let index = 0; index < 2 * lead; index += 37) expect(file[index]).toBe(file[index + loop.length]);
  });

  it('last as long as the player repeats them', () => {
    const source = readFileSync('src/app/sound.ts', 'utf8');
    expect(source).toContain(`LOOP_START_MILLISECONDS = ${LEAD_SECONDS * 1000};`);
    for (const [id, loop] of loops) expect(source).toContain(`${id}: ${(loop.length / SAMPLE_RATE) * 1000},`);
  });
});

describe('loudness', () => {
  const pulse = signals.get('pulse') as Samples;
  const pulseLevel = rootMeanSquare(pulse.slice(0, 0.16 * SAMPLE_RATE)) * SIGNAL_GAINS.pulse;
  const under = (storm: number): number => {
    const gains = ambienceGains({ storm, presence: 1 });
    const power = AMBIENCE_IDS.reduce((sum, id) => sum + (LOOP_LEVEL * gains[id]) ** 2, 0);
    return decibels(Math.sqrt(power) / pulseLevel);
  };

  it('keeps the calm 30 dB under the pulse and the storm 15 dB under it, louder all the way', () => {
    expect(Math.abs(under(0) + 30)).toBeLessThan(1.5);
    expect(Math.abs(under(1) + 15)).toBeLessThan(1.5);
    for (let storm = 0.05; storm <= 1; storm += 0.05)
      expect(under(storm)).toBeGreaterThanOrEqual(under(storm - 0.05));
  });

  it('stays below full scale when pulse, alarm, the loudest answer and the storm fall together', () => {
    const loud = (id: (typeof SIGNAL_IDS)[number]): number =>
      peakOf(signals.get(id) as Samples) * SIGNAL_GAINS[id];
    const storm =
      peakOf(loops.get('ambienceStorm') as Samples) * ambienceGains({ storm: 1, presence: 1 }).ambienceStorm;
    expect(loud('pulse') + loud('alarmHigh') + loud('orderConfirmed') + storm).toBeLessThan(0.89);
    expect(loud('pulse') + loud('alarmHigh') + loud('died') + storm).toBeLessThan(0.99);
  });
});

describe('committed files', () => {
  const names = [...SIGNAL_IDS, ...AMBIENCE_IDS];

  it.each(names)('%s was encoded from the source as it stands (else run: node scripts/sounds.ts)', (name) => {
    const record = RECORD.sounds[name] as SoundRecord;
    const loop = loops.get(name as never);
    const samples = loop ? withLead(loop, record.turn ?? 0) : (signals.get(name as never) as Samples);
    expect(record.samples).toBe(fingerprint(samples));
    for (const extension of ['opus', 'mp3'] as const) {
      const content = readFileSync(`assets/sound/${name}.${extension}`);
      expect(sha256(content)).toBe(record.files[extension].sha256);
      expect(record.files[extension].peakDecibels).toBeLessThan(-1);
      if (loop) expect(record.files[extension].seamRatio).toBeLessThan(0.5);
    }
  });

  it('are all there are, below 250 kB together, and name their encoder', () => {
    const files = readdirSync('assets/sound').sort();
    expect(files).toEqual(names.flatMap((name) => [`${name}.mp3`, `${name}.opus`]).sort());
    const bytes = files.reduce((sum, file) => sum + readFileSync(`assets/sound/${file}`).length, 0);
    expect(bytes).toBeLessThan(250_000);
    expect(RECORD.encoder).toMatch(/^ffmpeg version /);
  });

  it('are listed with author and licence', () => {
    const { assets } = JSON.parse(readFileSync('assets/CREDITS.json', 'utf8'));
    for (const name of names.flatMap((id) => [`sound/${id}.opus`, `sound/${id}.mp3`])) {
      const entry = assets.find(({ path }: { path: string }) => path === name);
      expect(entry).toMatchObject({ author: 'Stormward contributors', licence: 'CC-BY-4.0' });
    }
  });
});
