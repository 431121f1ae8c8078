import { describe, expect, it } from 'vitest';
import { fragmentOf, modelPlaceOf, namedPage, pageOf } from '../../src/app/navigation.ts';

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
});
