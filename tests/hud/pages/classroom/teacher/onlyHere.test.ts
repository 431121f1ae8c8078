import { expect, it } from 'vitest';
import { isLoopback } from '../../../../../src/hud/pages/classroom/teacher/onlyHere.ts';

it('knows an address that no other device can open', () => {
  for (const address of [
    'http://127.0.0.1:8080/',
    'http://localhost:8080/KQ7ZDW',
    'http://[::1]:8080/',
    'http://127.1.2.3/',
  ])
    expect(isLoopback(address), address).toBe(true);
});

it('takes every other one for one of the network', () => {
  for (const address of [
    'http://192.168.1.20:8080/',
    'http://[fd00::2]:8080/',
    'https://127.0.0.1.example.org/',
  ])
    expect(isLoopback(address), address).toBe(false);
});
