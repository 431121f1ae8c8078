import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Page } from 'playwright-core';

/** Drops a file of this machine on the middle of the page, as a hand would: the browser's own drag events. */
export async function dropFile(page: Page, path: string): Promise<void> {
  await dropFiles(page, [path]);
}

/** The same with several files at once. */
export async function dropFiles(page: Page, paths: readonly string[]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const { width, height } = page.viewportSize() ?? { width: 400, height: 400 };
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  const at = { x: Math.round(width / 2), y: Math.round(height / 2), data };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, ...at });
  }
  await session.detach();
}

/** Drops a text under a file name. */
export async function dropText(page: Page, name: string, text: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'stormward-drop-'));
  const path = join(folder, basename(name));
  writeFileSync(path, text);
  await dropFile(page, path);
  // The page reads the file after the drop.
  await page.waitForTimeout(300);
  rmSync(folder, { recursive: true });
}
