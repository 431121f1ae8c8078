import { describe, expect, it } from 'vitest';
import { createKeeping } from '../../../src/app/classroom/keeping.ts';
import { glimpseSeat } from '../../../src/app/classroom/seatKey.ts';
import { memoryStorage } from '../sessionSupport.ts';

const KEY = `t_${'a'.repeat(43)}`;
const room = (code: string, expiresAt: string) => ({
  code,
  key: KEY,
  level: 'the-quiet-doubling',
  expiresAt,
});

describe('the rooms of a teacher', () => {
  it('stay from visit to visit, the newest first, until their time is over', () => {
    const storage = memoryStorage();
    const keeping = createKeeping(() => storage);
    keeping.keepRoom(room('AAAAAA', '2026-03-01T00:00:00.000Z'));
    keeping.keepRoom(room('BBBBBB', '2026-05-01T00:00:00.000Z'));
    const codes = (now: string) =>
      createKeeping(() => storage)
        .rooms(now)
        .map(({ code }) => code);
    expect(codes('2026-01-01T00:00:00.000Z')).toEqual(['BBBBBB', 'AAAAAA']);
    expect(codes('2026-04-01T00:00:00.000Z')).toEqual(['BBBBBB']);
    expect(storage.kept.get('stormward.rooms')).not.toContain('AAAAAA');
    keeping.dropRoom({ code: 'BBBBBB', key: `t_${'b'.repeat(43)}` });
    expect(codes('2026-01-01T00:00:00.000Z')).toEqual(['BBBBBB']);
    keeping.dropRoom({ code: 'BBBBBB', key: KEY });
    expect(codes('2026-01-01T00:00:00.000Z')).toEqual([]);
  });

  it('are none where what is stored cannot be read', () => {
    const storage = memoryStorage();
    for (const text of ['', '{', '[{}]', '{"__proto__":1}', '[['.repeat(10_000)]) {
      storage.kept.set('stormward.rooms', text);
      storage.kept.set('stormward.seat', text);
      const keeping = createKeeping(() => storage);
      expect(keeping.rooms('2026-01-01T00:00:00.000Z')).toEqual([]);
      expect(keeping.seat()).toBeNull();
    }
  });

  it('live as long as the page where the browser keeps nothing', () => {
    const refusing = () => {
      throw new Error('Storage is refused.');
    };
    const keeping = createKeeping(refusing);
    keeping.keepRoom(room('AAAAAA', '2026-03-01T00:00:00.000Z'));
    expect(keeping.rooms('2026-01-01T00:00:00.000Z')).toHaveLength(1);
    keeping.dropSeat();
    expect(glimpseSeat(refusing)).toBeNull();
  });
});
