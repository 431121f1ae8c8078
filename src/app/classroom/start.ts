import { createBrowserHost } from './browserHost.ts';
import type { ClassCalls } from './door.ts';
import { createFileCalls } from './fileCalls.ts';
import { createClassSession } from './session.ts';
import type { ClassParts } from './sessionHost.ts';

/** The class in this browser; called once, by whoever fetches this file. */
export function startClass(parts: ClassParts): ClassCalls {
  return createClassSession(createBrowserHost(parts), createFileCalls);
}
