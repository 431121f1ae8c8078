import { describe, expect, it } from 'vitest';
import {
  classPlaceName,
  classPlaceOf,
  fragmentOf,
  modelPlaceOf,
  namedPage,
  pageOf,
} from '../../src/app/navigation.ts';

describe('pages in the address', () => {
  it('come back as they were named', () => {
    for (const page of ['menu', 'briefing', 'game', 'end', 'debrief', 'about', 'model'] as const)
      expect(pageOf(fragmentOf(page))).toBe(page);
  });

  it('are the menu for nothing and for strangers', () => {
    for (const fragment of ['', '#', '#nowhere', '#constructor', '#log=abc'])
      expect(pageOf(fragment)).toBe('menu');
  });

  it('tell the menu that is named from none', () => {
    expect(namedPage('#menu')).toBe('menu');
    expect(namedPage('#IL6')).toBeNull();
  });

  it('hold a place on the page about the model', () => {
    expect(fragmentOf('model', 'IL6')).toBe('#model/IL6');
    expect(pageOf('#model/IL6')).toBe('model');
    expect(modelPlaceOf('#model/IL6')).toBe('IL6');
    for (const fragment of ['#model', '#model/', '#model/<b>', '#menu', ''])
      expect(modelPlaceOf(fragment)).toBe('');
    expect(fragmentOf('menu', 'IL6')).toBe('#menu');
  });

  it('hold a place of the class', () => {
    for (const fragment of [
      '#class',
      '#class/open',
      '#class/join/KQ7ZDW',
      '#class/room/KQ7ZDW',
      '#class/seat',
    ]) {
      expect(pageOf(fragment)).toBe('class');
      expect(fragmentOf('class', classPlaceName(classPlaceOf(fragment).place))).toBe(fragment);
    }
    expect(classPlaceOf('#class/join/kq7zdw').place).toEqual({ part: 'join', code: 'KQ7ZDW' });
    for (const fragment of [
      '#class/',
      '#class/nowhere',
      '#class/join/<b>',
      '#class/join/KQ7ZDW9',
      '#menu',
      '',
    ])
      expect(classPlaceOf(fragment)).toEqual({ place: { part: 'doors', code: '' }, key: '' });
    expect(pageOf('#classes')).toBe('menu');
  });

  it('give the key of a teacher apart from the place, which never names it again', () => {
    const key = `t_${'a-_9'.repeat(10)}abc`;
    for (const given of [key, 't_broken', 'a/b'])
      expect(classPlaceOf(`#class/room/KQ7ZDW/${given}`)).toEqual({
        place: { part: 'room', code: 'KQ7ZDW' },
        key: given,
      });
    const { place } = classPlaceOf(`#class/room/KQ7ZDW/${key}`);
    expect(fragmentOf('class', classPlaceName(place))).toBe('#class/room/KQ7ZDW');
  });
});
