import { describe, expect, it } from 'vitest';
import { fragmentOf, pageOf } from '../../src/app/navigation.ts';

describe('pages in the address', () => {
  it('come back as they were named', () => {
    for (const page of ['menu', 'briefing', 'game', 'end', 'about'] as const)
      expect(pageOf(fragmentOf(page))).toBe(page);
  });

  it('are the menu for nothing and for strangers', () => {
    for (const fragment of ['', '#', '#nowhere', '#constructor', '#log=abc'])
      expect(pageOf(fragment)).toBe('menu');
  });
});
