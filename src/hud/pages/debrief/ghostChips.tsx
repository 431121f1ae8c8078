import type { ComponentChildren, VNode } from 'preact';
import type { Ghost } from '../../../app/debrief/types.ts';

interface GhostChipsProps {
  readonly ghosts: readonly Ghost[];
  readonly legend: string;
  readonly onShow: (id: string, shown: boolean) => void;
  /** Ways to have more of them, after the last. */
  readonly children?: ComponentChildren;
}

/** One switch for each course to compare with; the sample has the dashes of its line. */
export function GhostChips({ ghosts, legend, onShow, children }: GhostChipsProps): VNode {
  return (
    <fieldset class="ghost-chips">
      <legend class="unseen">{legend}</legend>
      {ghosts.map(({ id, kind, name, shown, course }) => (
        <button
          key={id}
          type="button"
          class="ghost-chip"
          aria-pressed={shown}
          aria-busy={shown && course === null}
          onClick={() => onShow(id, !shown)}
        >
          <svg width="22" height="8" aria-hidden="true">
            <path class={`course-line course-${kind}`} d="M1 4H21" />
          </svg>
          {name}
        </button>
      ))}
      {children}
    </fieldset>
  );
}
