/** Requests as no browser sends them, over a bare connection. */
import { connect, type Socket } from 'node:net';

/** Milliseconds after which the connection is cut. */
const PATIENCE = 3_000;

/** Sends the text and gives back all that comes until the other side ends, or has said nothing for a while. */
export function rawRequest(port: number, text: string | Uint8Array, patience = PATIENCE): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  return new Promise((resolve) => {
    let came = '';
    socket.on('data', (data) => {
      came += data.toString('latin1');
    });
    socket.on('error', () => {});
    socket.on('close', () => resolve(came));
    socket.setTimeout(patience, () => socket.destroy());
    socket.write(text);
  });
}

/** A connection that is left open after the text; resolves when it stands. */
export function rawSocket(port: number, text: string): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => {});
  return new Promise((resolve) => socket.once('connect', () => socket.write(text, () => resolve(socket))));
}

/** The head of a request for a socket of the class. */
export function upgradeHead(port: number, more: readonly string[] = []): string {
  const lines = [
    'GET /api/live HTTP/1.1',
    `Host: 127.0.0.1:${port}`,
    'Upgrade: websocket',
    'Connection: Upgrade',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    ...more,
  ];
  return `${lines.join('\r\n')}\r\n\r\n`;
}
