import type { VNode } from 'preact';
import { useRef } from 'preact/hooks';
import { t } from '../teacherWords.ts';

export const ROOM_TABS = ['lobby', 'board', 'podium', 'map'] as const;
export type RoomTab = (typeof ROOM_TABS)[number];

/** The tab that an arrow, Home or End leads to; null for any other key. */
export function tabAfter(tab: RoomTab, key: string): RoomTab | null {
  const { length } = ROOM_TABS;
  const at = ROOM_TABS.indexOf(tab);
  const places: Readonly<Record<string, number>> = {
    ArrowRight: (at + 1) % length,
    ArrowLeft: (at + length - 1) % length,
    Home: 0,
    End: length - 1,
  };
  const place = places[key];
  return place === undefined ? null : (ROOM_TABS[place] ?? null);
}

interface RoomTabsProps {
  readonly tab: RoomTab;
  readonly setTab: (tab: RoomTab) => void;
}

/** The views of the room. */
export function RoomTabs({ tab, setTab }: RoomTabsProps): VNode {
  const list = useRef<HTMLDivElement>(null);
  const onKey = (event: KeyboardEvent): void => {
    const next = tabAfter(tab, event.key);
    if (next === null) return;
    event.preventDefault();
    setTab(next);
    list.current?.querySelector<HTMLElement>(`#room-tab-${next}`)?.focus();
  };
  return (
    <div
      class="room-tabs"
      role="tablist"
      aria-label={t('classTeacher.room.tabs')}
      ref={list}
      onKeyDown={onKey}
    >
      {ROOM_TABS.map((id) => (
        <button
          key={id}
          type="button"
          role="tab"
          id={`room-tab-${id}`}
          class="room-tab"
          aria-selected={tab === id}
          aria-controls={tab === id ? 'room-panel' : undefined}
          tabIndex={tab === id ? 0 : -1}
          onClick={() => setTab(id)}
        >
          {t(`classTeacher.tab.${id}`)}
        </button>
      ))}
    </div>
  );
}
