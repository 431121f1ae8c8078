import { describe, expect, it } from 'vitest';
import { ROOM_KEYS, roomAction } from '../../../../../src/hud/pages/classroom/teacher/roomKeys.ts';
import { ROOM_TABS, tabAfter } from '../../../../../src/hud/pages/classroom/teacher/roomTabs.tsx';
import { tabOf } from '../../../../../src/hud/pages/classroom/teacher/useRoomTab.ts';
import { t } from '../../../../../src/hud/pages/classroom/teacherWords.ts';

const PLAIN = { ctrlKey: false, altKey: false, metaKey: false, repeat: false };
const pressed = (key: string, over: Partial<typeof PLAIN> = {}, inField = false) =>
  roomAction({ ...PLAIN, key, ...over }, inField);

describe('the keys of the room', () => {
  it('act in either case, each for one thing that the list of keys names', () => {
    for (const { action, key } of ROOM_KEYS) {
      expect(pressed(key), key).toBe(action);
      expect(pressed(key.toUpperCase()), key).toBe(action);
      expect(t(`classTeacher.keys.${action}`)).not.toBe('');
    }
    expect(new Set(ROOM_KEYS.map(({ key }) => key)).size).toBe(ROOM_KEYS.length);
    expect(pressed('x')).toBeNull();
    expect(pressed('Enter')).toBeNull();
  });

  it('leave letters to a field, and chords to the browser', () => {
    expect(pressed('s', {}, true)).toBeNull();
    expect(pressed('s', { ctrlKey: true })).toBeNull();
    expect(pressed('f', { metaKey: true })).toBeNull();
    expect(pressed('l', { altKey: true })).toBeNull();
  });

  it('take a key that is held for one press: starting asks twice', () => {
    expect(pressed('s', { repeat: true })).toBeNull();
  });
});

describe('the tabs', () => {
  it('go round with the arrows, and to their ends', () => {
    expect(tabAfter('lobby', 'ArrowRight')).toBe('board');
    expect(tabAfter('map', 'ArrowRight')).toBe('lobby');
    expect(tabAfter('lobby', 'ArrowLeft')).toBe('map');
    expect(tabAfter('podium', 'Home')).toBe(ROOM_TABS[0]);
    expect(tabAfter('lobby', 'End')).toBe(ROOM_TABS.at(-1));
    expect(tabAfter('lobby', 'b')).toBeNull();
  });

  it('follow the state of the room, and stay where they were put as long as it stays', () => {
    const room = { code: 'KQ7ZDW', kind: 'live', state: 'closed' } as const;
    expect(tabOf(null, room).tab).toBe('podium');
    const put = { ...room, tab: 'map' } as const;
    expect(tabOf(put, room)).toBe(put);
    expect(tabOf(put, { ...room, state: 'open' }).tab).toBe('board');
    expect(tabOf(put, { ...room, code: 'BCDFGH' }).tab).toBe('podium');
    expect(tabOf(put, { ...room, state: 'lobby' }).tab).toBe('lobby');
  });
});
