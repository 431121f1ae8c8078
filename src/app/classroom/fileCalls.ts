import type { ClassCalls } from './door.ts';
import type { ClassHost } from './sessionHost.ts';
import type { Teacher } from './teacher.ts';

/** Maps, exports, and a class without a server. */
export type FileCalls = Pick<ClassCalls, 'makeMap' | 'saveExport' | 'addFiles' | 'addLinks' | 'clearFiles'>;

export function createFileCalls(_host: ClassHost, _teacher: Teacher): FileCalls {
  const nothing = async (): Promise<void> => undefined;
  return {
    makeMap: nothing,
    saveExport: nothing,
    addFiles: nothing,
    addLinks: nothing,
    clearFiles: () => undefined,
  };
}
