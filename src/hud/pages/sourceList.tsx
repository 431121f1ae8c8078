import type { VNode } from 'preact';
import type { Level } from '../../engine/types.ts';

/** The sources that a level names. Only web addresses become links; anything else stays text. */
export function SourceList({ level }: { readonly level: Level }): VNode {
  return (
    <ul class="sources">
      {level.sources.map(({ text, url }) => (
        <li key={text}>
          {url?.startsWith('https://') ? (
            <a href={url} rel="noreferrer">
              {text}
            </a>
          ) : (
            text
          )}
        </li>
      ))}
    </ul>
  );
}
