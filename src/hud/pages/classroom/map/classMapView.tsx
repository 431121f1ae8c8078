/** The decision map of a class: everybody's treatments on one time axis, and what the class has in common. */
import './classMap.css';
import './mapTable.css';
import './mapSigns.css';
import './fan.css';
import './mapPhone.css';
import type { ComponentChildren, VNode } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { ClassMap, ClassRow } from '../../../../classroom/types.ts';
import type { Level } from '../../../../engine/types.ts';
import { useActions, useApp } from '../../../appContext.ts';
import { levelText } from '../../words.ts';
import { t } from '../mapWords.ts';
import { FanPanel } from './fanPanel.tsx';
import { mapFrame } from './mapFrame.ts';
import { MapLegend } from './mapLegend.tsx';
import { MapTable } from './mapTable.tsx';
import { SeparationPanel } from './separationPanel.tsx';
import { didIt } from './separationWords.ts';

export interface ClassMapViewProps {
  readonly map: ClassMap;
  /** Behind the heading; the level and the number of games without it. */
  readonly title?: string;
  readonly hideNames: boolean;
  /** What stands for names while they are hidden, by the row's key; numbers by place without it. */
  readonly hiddenNames?: ReadonlyMap<string, string>;
  /** Stands above the fan. */
  readonly podium?: ComponentChildren;
  /** Stand at the end of the panels. */
  readonly tools?: ComponentChildren;
  /** Opens a game of the class; its replay without it. */
  readonly onOpen?: (row: ClassRow) => void;
}

const NOBODY: ReadonlySet<string> = new Set();

/** The whole map. Nothing is drawn for a level that this version does not have. */
export function ClassMapView(props: ClassMapViewProps): VNode | null {
  const { map } = props;
  const { id } = map.guideline.log.level;
  const level = useApp((state) => state.levels.find((known) => known.id === id) ?? null);
  return level && <LevelMap {...props} level={level} />;
}

function LevelMap(props: ClassMapViewProps & { readonly level: Level }): VNode {
  const { level, map, title, hideNames, hiddenNames, podium, tools, onOpen } = props;
  const { replayLog } = useActions();
  const [isShown, setShown] = useState(false);
  const frame = useMemo(
    () => mapFrame(level, map, hideNames, hiddenNames),
    [level, map, hideNames, hiddenNames],
  );
  const marked = useMemo(() => {
    const { separation } = map;
    if (!isShown || !separation) return NOBODY;
    return new Set(map.rows.filter((row) => didIt(row, separation)).map(({ id }) => id));
  }, [isShown, map]);
  return (
    <section class="class-map" aria-labelledby="class-map-title">
      <header class="class-map-head">
        <h2 id="class-map-title">{t('classMap.title')}</h2>
        <p class="quiet">{title ?? subtitle(level, map)}</p>
      </header>
      <MapTable
        frame={frame}
        marked={marked}
        onOpen={(row) => (onOpen && map.rows.includes(row) ? onOpen(row) : replayLog(row.log))}
      />
      <div class="class-map-side">
        {podium && <div class="class-map-panel class-map-podium">{podium}</div>}
        <SeparationPanel level={level} map={map} isShown={isShown} onShow={setShown} />
        <FanPanel map={map} />
        <MapLegend frame={frame} />
        {tools && <div class="class-map-tools">{tools}</div>}
      </div>
    </section>
  );
}

function subtitle(level: Level, { rows }: ClassMap): string {
  const patients = new Set(rows.map(({ log }) => log.seed)).size;
  const values = { level: levelText(level).title, count: rows.length };
  return patients > 1 ? t('classMap.subtitlePatients', values) : t('classMap.subtitle', values);
}
