/** A proxy in front of several class servers: each connection goes to the next one that takes it, with no memory of whose it is. */
import { connect, createServer, type Socket } from 'node:net';

export interface Balancer {
  readonly address: string;
  /** Ports of the servers that may be asked now. */
  setPorts(ports: readonly number[]): void;
  close(): Promise<void>;
}

export async function startBalancer(): Promise<Balancer> {
  let ports: readonly number[] = [];
  let turn = 0;
  const open = new Set<Socket>();

  const serve = (client: Socket, tries: number): void => {
    const port = ports[turn % Math.max(1, ports.length)];
    turn += 1;
    if (port === undefined || tries > ports.length) {
      client.destroy();
      return;
    }
    const server = connect(port, '127.0.0.1');
    let connected = false;
    open.add(server);
    server.once('close', () => open.delete(server));
    server.once('connect', () => {
      connected = true;
      client.pipe(server).pipe(client);
    });
    // Nothing was sent yet, so another one may be asked; later it is the client that asks again.
    server.once('error', () => (connected ? client.destroy() : serve(client, tries + 1)));
    server.once('close', () => connected && client.destroy());
    client.once('close', () => server.destroy());
  };

  const listener = createServer((client) => {
    open.add(client);
    client.once('close', () => open.delete(client));
    client.on('error', () => client.destroy());
    serve(client, 0);
  });
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const bound = listener.address();
  const port = typeof bound === 'object' && bound !== null ? bound.port : 0;
  return {
    address: `http://127.0.0.1:${port}/`,
    setPorts: (next) => {
      ports = next;
    },
    close: () =>
      new Promise((resolve) => {
        for (const socket of open) socket.destroy();
        listener.close(() => resolve());
      }),
  };
}
