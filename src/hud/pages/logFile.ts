import type { DecisionLog } from '../../engine/types.ts';

/** The name under which a log is saved. The level's id is a slug, which its schema sees to. */
function logFileName(log: DecisionLog): string {
  return `stormward-${log.level.id}-${log.score}.json`;
}

/** Hands the log to the browser as a file to save. */
export function saveLogFile(log: DecisionLog): void {
  saveFile(logFileName(log), 'application/json', JSON.stringify(log));
}

/** Hands text or bytes to the browser as a file to save. */
export function saveFile(name: string, mediaType: string, content: BlobPart): void {
  const address = URL.createObjectURL(new Blob([content], { type: mediaType }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The download has its own hold on the data by the next turn.
  setTimeout(() => URL.revokeObjectURL(address), 0);
}
