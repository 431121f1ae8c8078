import { expect, test } from 'vitest';
import { describeListenError, formatAddress, readAddress } from '../../src/server/address.ts';
import { createPlaces } from '../../src/server/places.ts';

test('without settings the server is for this machine alone', () => {
  expect(readAddress({})).toEqual({ host: '127.0.0.1', port: 8080 });
  expect(readAddress({ HOST: '', PORT: ' ' })).toEqual({ host: '127.0.0.1', port: 8080 });
});

test('HOST and PORT change that', () => {
  expect(readAddress({ HOST: '0.0.0.0', PORT: '4100' })).toEqual({ host: '0.0.0.0', port: 4100 });
  expect(readAddress({ PORT: '0' })).toEqual({ host: '127.0.0.1', port: 0 });
});

test.each(['abc', '-1', '65536', '80.5', '0x50', '1e3', '99999999'])(
  'PORT=%s is refused in words',
  (text) => {
    expect(readAddress({ PORT: text })).toMatch(/^PORT must be a whole number from 0 to 65535/);
  },
);

test('an address can be opened as it is printed', () => {
  expect(formatAddress({ host: '127.0.0.1', port: 8080 })).toBe('http://127.0.0.1:8080/');
  expect(formatAddress({ host: '::1', port: 80 })).toBe('http://[::1]:80/');
});

test('students are told where the network reaches the server, and the teacher where this machine does', () => {
  const lan: string[] = [];
  const alone = createPlaces({ host: '127.0.0.1', port: 0 }, null, () => lan);
  alone.setPort(4100);
  expect(alone.list()).toEqual(['http://127.0.0.1:4100/']);
  lan.push('http://192.168.1.20:4100/');
  expect(alone.list()).toEqual(lan);
  expect(alone.printed()).toEqual(['http://127.0.0.1:4100/']);
  expect(alone.isAlone).toBe(true);
  const open = createPlaces({ host: '0.0.0.0', port: 80 }, null, () => lan);
  expect(open.printed()[0]).toBe('http://127.0.0.1:80/');
  expect(open.printed().length).toBeGreaterThan(0);
  expect(open.isAlone).toBe(false);
  const named = createPlaces({ host: '127.0.0.1', port: 8080 }, 'https://storm.example.org/', () => lan);
  expect(named.list()).toEqual(['https://storm.example.org/']);
  expect(named.printed()).toEqual(['http://127.0.0.1:8080/', 'https://storm.example.org/']);
  expect(named.isAlone).toBe(false);
});

test('a port in use names the port and another one that exists', () => {
  const sentence = (port: number) => describeListenError('EADDRINUSE', { host: '127.0.0.1', port });
  expect(sentence(8080)).toBe(
    'Port 8080 is already in use: choose another one, for example PORT=8081 npm start.',
  );
  expect(sentence(65535)).toContain('PORT=65534');
  expect(describeListenError('EACCES', { host: '127.0.0.1', port: 80 })).toContain('Port 80');
  expect(describeListenError('EADDRNOTAVAIL', { host: '1.2.3.4', port: 80 })).toContain('1.2.3.4');
  expect(describeListenError('EOTHER', { host: '127.0.0.1', port: 80 })).toBeNull();
});
