import { createServer } from 'node:net';
import websocket from '@fastify/websocket';
import fastify, { type FastifyInstance } from 'fastify';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createLan, type OpenLan } from '../../src/server/lan.ts';
import { localAddresses, machineAddresses } from '../../src/server/networks.ts';

/** A second address of this very machine: Linux answers at all of 127/8. */
const LAN_HOST = '127.0.0.2';

let server: FastifyInstance;
let lan: OpenLan;
let rooms = 0;
let hosts = [LAN_HOST];
let trouble: Error | null = null;
const failures: string[] = [];
const port = () => (server.server.address() as { port: number }).port;

beforeEach(async () => {
  rooms = 0;
  hosts = [LAN_HOST];
  trouble = null;
  failures.length = 0;
  server = fastify({ forceCloseConnections: true });
  await server.register(websocket);
  server.get('/who', async (request) => ({ ip: request.ip, host: request.host }));
  server.get('/live', { websocket: true }, (socket) => {
    socket.on('message', (text) => socket.send(`${text}!`));
  });
  await server.listen({ host: '127.0.0.1', port: 0 });
  const orTrouble = <T>(value: T): T => {
    if (trouble !== null) throw trouble;
    return value;
  };
  const options = {
    ...{ server: () => server, port },
    ...{ hosts: () => orTrouble(hosts), rooms: async () => orTrouble(rooms) },
  };
  lan = createLan({ ...options, failed: (host) => failures.push(host) });
});
afterEach(async () => {
  lan.end();
  await server.close();
});

const address = () => lan.addresses()[0] ?? '';

async function open() {
  rooms = 1;
  await lan.opened();
}

test('devices get in while a room lets them, and not before or after', async () => {
  const target = `http://${LAN_HOST}:${port()}/`;
  await expect(fetch(`${target}who`)).rejects.toThrow();
  expect(lan.addresses()).toEqual([]);
  await open();
  expect(lan.addresses()).toEqual([target]);
  expect(await (await fetch(`${target}who`)).json()).toMatchObject({ host: `${LAN_HOST}:${port()}` });
  await lan.changed();
  expect((await fetch(`${target}who`)).status).toBe(200);
  rooms = 0;
  await lan.changed();
  await expect(fetch(`${target}who`)).rejects.toThrow();
  expect(lan.addresses()).toEqual([]);
  expect((await fetch(`http://127.0.0.1:${port()}/who`)).status).toBe(200);
});

test('a room is opened and ended although the networks, or the rooms that are left, cannot be told', async () => {
  trouble = new Error('no networks');
  await open();
  expect([lan.addresses(), failures.length]).toEqual([[], 1]);
  trouble = null;
  await open();
  rooms = 0;
  trouble = new Error('the database is away');
  await lan.changed();
  expect(lan.addresses()).toHaveLength(1);
  trouble = null;
  await lan.changed();
  expect(lan.addresses()).toEqual([]);
});

test('many rooms opened at once are one listener, and it opens again', async () => {
  await Promise.all([open(), open(), open()]);
  expect(lan.addresses()).toHaveLength(1);
  rooms = 0;
  await lan.changed();
  await open();
  expect((await fetch(`${address()}who`)).status).toBe(200);
});

test('a socket goes through it to the same handler, and ends when the rooms have', async () => {
  await open();
  const socket = new WebSocket(`${address().replace('http', 'ws')}live`);
  await new Promise((resolve) => socket.addEventListener('open', resolve));
  const answer = new Promise((resolve) => socket.addEventListener('message', ({ data }) => resolve(data)));
  socket.send('hello');
  expect(await answer).toBe('hello!');
  const closed = new Promise((resolve) => socket.addEventListener('close', () => resolve('closed')));
  rooms = 0;
  await lan.changed();
  expect(await closed).toBe('closed');
});

test('a port that is taken at that address is replaced by another one', async () => {
  const squatter = createServer();
  await new Promise<void>((resolve) => squatter.listen(port(), LAN_HOST, resolve));
  await open();
  expect(address()).not.toContain(`:${port()}/`);
  expect((await fetch(`${address()}who`)).status).toBe(200);
  await new Promise((resolve) => squatter.close(resolve));
});

test('an address that cannot be opened is told, and the others are open', async () => {
  hosts = ['203.0.113.7', LAN_HOST];
  await open();
  expect(failures).toEqual(['203.0.113.7']);
  expect(lan.addresses()).toEqual([`http://${LAN_HOST}:${port()}/`]);
});

test('the addresses that tablets reach come first, and none of the Internet is opened', () => {
  const entry = (address: string, internal = false) =>
    ({ address, family: 'IPv4', internal, netmask: '', mac: '', cidr: null }) as const;
  const interfaces = {
    lo: [entry('127.0.0.1', true)],
    docker0: [entry('172.17.0.1')],
    wlan0: [entry('192.168.1.20')],
    eth0: [entry('203.0.113.9'), entry('172.32.0.1'), entry('172.16.0.4')],
  };
  expect(machineAddresses(interfaces)).toEqual([
    '192.168.1.20',
    '203.0.113.9',
    '172.32.0.1',
    '172.16.0.4',
    '172.17.0.1',
  ]);
  expect(localAddresses(interfaces)).toEqual(['192.168.1.20', '172.16.0.4']);
});
