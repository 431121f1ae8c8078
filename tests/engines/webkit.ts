/**
 * WebKitGTK, driven over W3C WebDriver. The protocol is HTTP and JSON, and the tests need five of its commands, so
 * they are spoken here instead of bringing a library with drivers for browsers of its own.
 */
import { writeFileSync } from 'node:fs';
import { startDisplay } from './display.ts';
import { type Engine, type OpenEngine, VIEWPORT } from './engine.ts';
import { endProgram, findProgram, freePort, startProgram } from './programs.ts';

const DRIVER = ['WebKitWebDriver'];

/** Milliseconds for the driver to listen, and for one of its answers. */
const START_PATIENCE = 20_000;
const PATIENCE = 120_000;

/** Pixels of the window that are no page. */
const TOOLBAR = 38;

type Send = (method: 'GET' | 'POST' | 'DELETE', path: string, body?: object) => Promise<unknown>;

/** Sends one command; resolves to its value. Throws the driver's sentence when it answers with an error. */
function speakTo(port: number): Send {
  return async (method, path, body) => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      signal: AbortSignal.timeout(PATIENCE),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const { value } = (await answer.json()) as { value: unknown };
    if (answer.ok) return value;
    const { error, message } = value as { error: string; message: string };
    throw new Error(`WebKit: ${message || error}`);
  };
}

async function untilListening(send: Send): Promise<void> {
  const until = performance.now() + START_PATIENCE;
  for (;;) {
    try {
      await send('GET', '/status');
      return;
    } catch (error) {
      if (performance.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

async function openSession(send: Send, close: () => Promise<void>): Promise<OpenEngine> {
  const opened = (await send('POST', '/session', { capabilities: { alwaysMatch: {} } })) as {
    sessionId: string;
    capabilities: { browserName: string; browserVersion: string };
  };
  const at = `/session/${opened.sessionId}`;
  await send('POST', `${at}/window/rect`, { ...VIEWPORT, height: VIEWPORT.height + TOOLBAR });
  const evaluate = (expression: string): Promise<unknown> =>
    send('POST', `${at}/execute/sync`, { script: `return (${expression});`, args: [] });
  return {
    version: `WebKitGTK ${opened.capabilities.browserVersion}`,
    goTo: async (url) => void (await send('POST', `${at}/url`, { url })),
    evaluate,
    picture: async (path) =>
      writeFileSync(path, Buffer.from((await send('GET', `${at}/screenshot`)) as string, 'base64')),
    async close() {
      await send('DELETE', at).catch(() => undefined);
      await close();
    },
  };
}

export const webkit: Engine = {
  name: 'WebKit',
  packages: ['webkit2gtk-driver', 'xvfb'],
  async missing() {
    if (findProgram(DRIVER) === null) return 'no WebKitWebDriver on this machine';
    return findProgram(['Xvfb']) === null ? 'no Xvfb on this machine' : null;
  },
  async open() {
    const display = await startDisplay();
    const port = await freePort();
    const driver = startProgram(findProgram(DRIVER) ?? '', [`--port=${port}`, '--host=127.0.0.1'], {
      DISPLAY: display.name,
      // WebKit's sandbox does not start as root, and the only pages opened are our own.
      ...(process.getuid?.() === 0 ? { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' } : {}),
      LIBGL_ALWAYS_SOFTWARE: '1',
    });
    const close = async (): Promise<void> => {
      await endProgram(driver);
      await display.close();
    };
    try {
      const send = speakTo(port);
      await untilListening(send);
      return await openSession(send, close);
    } catch (error) {
      await close();
      throw error;
    }
  },
};
