import './class.css';
import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { ClassPlace } from '../../../app/classroom/types.ts';
import { useClass } from '../../appContext.ts';
import { createLatePart, LatePage, type LatePart } from '../latePart.tsx';
import { DoorsPage } from './doors/doorsPage.tsx';
import { JoinPage } from './doors/joinPage.tsx';
import { SeatPage } from './student/seatPage.tsx';

type Part = ClassPlace['part'];

/** Parts that a student never opens come in files of their own. */
const LATE_PARTS = {
  open: createLatePart(async () => (await import('./teacher/openRoom.tsx')).OpenRoomPage),
  room: createLatePart(async () => (await import('./teacher/roomPage.tsx')).RoomPage),
  files: createLatePart(async () => (await import('./files/filesPage.tsx')).FilesPage),
} satisfies Partial<Record<Part, LatePart<object>>>;

const PARTS = { doors: DoorsPage, join: JoinPage, seat: SeatPage } as const;

/** Everything of the class: the part that its place names. */
export function ClassPage(): VNode {
  const part = useClass((state) => state.place.part);
  const code = useClass((state) => state.place.code);
  const content = useRef<HTMLDivElement>(null);
  const focusWhenArrived = usePartFocus(part, content);
  const Body = isLate(part) ? null : PARTS[part];
  return (
    <div class="class-content" ref={content}>
      {isLate(part) ? (
        <LatePage
          key={`${part}/${code}`}
          part={LATE_PARTS[part]}
          given={NOTHING}
          onArrival={focusWhenArrived}
        />
      ) : (
        Body && <Body key={part} />
      )}
    </div>
  );
}

const NOTHING = {};

function isLate(part: Part): part is keyof typeof LATE_PARTS {
  return part in LATE_PARTS;
}

/** A new part is announced by its heading, as a new page is. */
function usePartFocus(part: Part, content: { readonly current: HTMLElement | null }): () => void {
  const shown = useRef(part);
  const focus = (): void => {
    const heading = content.current?.querySelector('h1');
    if (!heading) return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  };
  useEffect(() => {
    if (shown.current === part) return;
    shown.current = part;
    window.scrollTo(0, 0);
    focus();
  }, [part]);
  return () => {
    // The very first part is announced by the page itself.
    if (shown.current === part && document.activeElement === document.body) focus();
  };
}
