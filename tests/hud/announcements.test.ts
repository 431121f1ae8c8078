import { describe, expect, it } from 'vitest';
import {
  alarmAnnouncements,
  announcementOf,
  steadyAlarms,
  vitalsSentence,
} from '../../src/hud/announcements.ts';
import { bindingFor, KEY_BINDINGS, type KeyStroke } from '../../src/hud/keys.ts';
import { BETWEEN_SENTENCES, enqueue, nextSentence, SILENCE } from '../../src/hud/speechQueue.ts';
import { neighbourSpeed } from '../../src/hud/usePlayKeys.ts';
import { Q, QUANTITIES } from '../../src/model/generated/system.ts';
import { t } from '../../src/text/catalogue.ts';
import { LEVEL, startTestGame } from './game.ts';

function vitals(change: Partial<Record<'HR' | 'MAP' | 'SpO2' | 'RR' | 'Temp', number>>): Float64Array {
  const values = new Float64Array(QUANTITIES.length);
  const all = { HR: 80, MAP: 85, SpO2: 97, RR: 16, Temp: 37, ...change };
  for (const [id, value] of Object.entries(all)) values[Q[id as 'HR']] = value;
  return values;
}

describe('sentences for events', () => {
  it('tell a dose, an end of course, a result and the end of the game', () => {
    expect(
      announcementOf({ type: 'dose', tick: 1, treatment: 'tocilizumab', amount: 576 }, LEVEL)?.text,
    ).toBe('Tocilizumab given: 576 mg.');
    expect(announcementOf({ type: 'courseEnded', tick: 1, treatment: 'antiviral' }, LEVEL)?.text).toContain(
      'last dose',
    );
    expect(announcementOf({ type: 'courseEnded', tick: 1, treatment: 'tocilizumab' }, LEVEL)).toBeNull();
    const result = { test: 'IL6', orderedTick: 0, readyTick: 40, value: 1180 } as const;
    expect(announcementOf({ type: 'lab', tick: 40, result }, LEVEL)?.text).toBe(
      'Result: Interleukin 6 1180 picograms per millilitre, very high.',
    );
    const end = announcementOf({ type: 'ended', tick: 9, outcome: { kind: 'organFailure', tick: 9 } }, LEVEL);
    expect(end).toMatchObject({ urgent: true });
  });
  it('tells an order once: by its dose, or by its start when it has none', () => {
    const order = (treatment: 'fluids' | 'norepinephrine') =>
      announcementOf(
        { type: 'command', tick: 1, command: { type: 'order', treatment, regimen: 'x' } },
        LEVEL,
      );
    expect(order('fluids')).toBeNull();
    expect(order('norepinephrine')?.text).toBe('Norepinephrine started.');
  });
});

describe('alarms', () => {
  it('begin with an urgent sentence and end with a calm one', () => {
    const before = steadyAlarms({}, vitals({}));
    const low = vitals({ MAP: 61 });
    const now = steadyAlarms(before, low);
    expect(alarmAnnouncements(before, now, low)).toEqual([
      { text: 'Alarm: Mean arterial pressure 61 millimetres of mercury, too low.', urgent: true },
    ]);
    const well = vitals({ MAP: 72 });
    expect(alarmAnnouncements(now, steadyAlarms(now, well), well)).toMatchObject([{ urgent: false }]);
  });
  it('do not ring again when a value plays around its limit', () => {
    let alarms = steadyAlarms({}, vitals({ SpO2: 91 }));
    let said = 0;
    for (const SpO2 of [91.6, 91.2, 91.8, 91.4, 91.9]) {
      const values = vitals({ SpO2 });
      const next = steadyAlarms(alarms, values);
      said += alarmAnnouncements(alarms, next, values).length;
      alarms = next;
    }
    expect(said).toBe(0);
  });
});

describe('the speech queue', () => {
  const calm = (text: string) => ({ text, urgent: false });
  it('lets one sentence out at a time, urgent ones first', () => {
    let queue = enqueue(SILENCE, [calm('a'), { text: 'alarm', urgent: true }]);
    let next = nextSentence(queue, 0);
    expect(next.sentence?.text).toBe('alarm');
    queue = next.queue;
    expect(nextSentence(queue, BETWEEN_SENTENCES - 1).sentence).toBeNull();
    next = nextSentence(queue, BETWEEN_SENTENCES);
    expect(next.sentence?.text).toBe('a');
  });
  it('drops old calm sentences and repetitions', () => {
    const queue = enqueue(SILENCE, ['a', 'b', 'c', 'd', 'e'].map(calm));
    expect(queue.waiting.map(({ text }) => text)).toEqual(['c', 'd', 'e']);
    expect(enqueue(queue, [calm('e')]).waiting).toHaveLength(3);
  });
  it('puts the ending before all that waits: the screen is about to change', () => {
    const alarms = enqueue(SILENCE, [
      { text: 'alarm', urgent: true },
      { text: 'another alarm', urgent: true },
    ]);
    const { waiting } = enqueue(alarms, [calm('dose'), { text: 'the end', urgent: true, isEnding: true }]);
    expect(waiting.map(({ text }) => text)).toEqual(['the end']);
  });
});

describe('keys', () => {
  const stroke = (key: string, shiftKey = false): KeyStroke => ({
    key,
    shiftKey,
    ctrlKey: false,
    altKey: false,
    metaKey: false,
  });
  it('step by one hour, and by six with shift', () => {
    expect(bindingFor(stroke('ArrowRight'), 'other')?.action).toBe('stepHour');
    expect(bindingFor(stroke('ArrowRight', true), 'other')?.action).toBe('stepSixHours');
    expect(bindingFor(stroke('.'), 'button')?.action).toBe('stepHour');
    expect(bindingFor(stroke('>', true), 'other')?.action).toBe('stepSixHours');
    expect(bindingFor(stroke('>'), 'other')?.action).toBe('stepSixHours');
  });
  it('leave keys to the control that has the focus', () => {
    expect(bindingFor(stroke(' '), 'button')).toBeNull();
    expect(bindingFor(stroke(' '), 'radio')?.action).toBe('toggle');
    expect(bindingFor(stroke('k'), 'button')?.action).toBe('toggle');
    expect(bindingFor(stroke('ArrowRight'), 'radio')).toBeNull();
    expect(bindingFor(stroke('m'), 'text')).toBeNull();
    expect(bindingFor({ ...stroke('c'), ctrlKey: true }, 'other')).toBeNull();
  });
  it('have a word in the help for each action, and no key twice', () => {
    const seen = new Set<string>();
    for (const { action, keys } of KEY_BINDINGS) {
      expect(t(`hud.keys.${action}`)).toBeTruthy();
      for (const key of keys) {
        expect(seen.has(key)).toBe(false);
        seen.add(key);
      }
    }
  });
  it('change the speed by one step', () => {
    expect(neighbourSpeed(1, 1)).toBe(2);
    expect(neighbourSpeed(4, 1)).toBe(4);
    expect(neighbourSpeed(0.5, -1)).toBe(0.5);
  });
});

describe('the vital signs on request', () => {
  it('are one sentence with every number', () => {
    const { game } = startTestGame('student');
    expect(vitalsSentence(game())).toMatch(
      /^Day 0 00:00\. Heart rate \d+, mean pressure \d+, saturation \d+ per cent, respiratory rate \d+, temperature \d+\.\d\./,
    );
  });
});
