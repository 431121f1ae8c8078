import { expect, test } from 'vitest';
import { findHosts, readShipped } from './hosts.ts';

test('shipped code names no other host', () => {
  const files = readShipped();
  expect(files.length).toBeGreaterThan(50);
  expect(files.flatMap(([path, text]) => findHosts(path, text))).toEqual([]);
});

test.each([
  "await fetch('https://example.org/collect');",
  '<script src="//cdn.example.com/a.js"></script>',
  '@import url(https://fonts.example.com/css);',
  "new WebSocket('wss://example.net/');",
])('%s', (text) => {
  expect(findHosts('src/app/session.ts', text)).toHaveLength(1);
});

test('a citation, a name space and the own server are no other host', () => {
  expect(findHosts('src/model/definition/species.ts', "source: 'https://doi.org/10.1000/1'")).toEqual([]);
  expect(findHosts('src/app/a.ts', ' * https://doi.org/10.1000/1')).toEqual([]);
  expect(findHosts('src/hud/icons.tsx', '<svg xmlns="http://www.w3.org/2000/svg">')).toEqual([]);
  expect(findHosts('src/app/a.ts', "fetch('/api/logs'); // see https://example.org")).toHaveLength(1);
  expect(findHosts('src/app/a.ts', "fetch('/api/logs'); const half = a //b\n")).toEqual([]);
});
