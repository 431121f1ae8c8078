import type { ComponentProps, FunctionComponent, VNode } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { TeacherState } from '../../../../app/classroom/types.ts';
import { useClassActions } from '../../../appContext.ts';
import { createLatePart } from '../../latePart.tsx';
import type { BoardLine } from '../boardLines.ts';
import type { ClassMapView } from '../map/classMapView.tsx';
import { t } from '../teacherWords.ts';
import { useSure } from './useSure.ts';
import { showsTooMuch } from './wallRules.ts';

type ClassMapViewProps = ComponentProps<typeof ClassMapView>;

/** The map is large: it comes when its tab is opened first. */
const MAP_VIEW = createLatePart(async () => (await import('../map/classMapView.tsx')).ClassMapView);

interface MapTabProps {
  readonly teacher: TeacherState;
  readonly lines: readonly BoardLine[];
}

/** What the class decided. It is made when it is asked for: every game is verified once more, on this computer. */
export function MapTab({ teacher, lines }: MapTabProps): VNode {
  const { room, rows } = teacher.view;
  // A map that was made before, of a round that is open again, is asked for anew, too.
  const [isWished, setWished] = useState(!showsTooMuch(room));
  const { asked, press } = useSure<'map'>();
  const map = isWished ? teacher.map : null;
  const { makeMap } = useClassActions();
  const [isMaking, setMaking] = useState(false);
  const games = rows.filter(({ result }) => result !== null).length;
  const make = async (): Promise<void> => {
    if (isMaking) return;
    setWished(true);
    setMaking(true);
    await makeMap();
    setMaking(false);
  };
  const button = (
    <button
      type="button"
      class={map ? 'button' : 'button main'}
      disabled={games === 0}
      aria-disabled={isMaking}
      data-sure="map"
      onClick={(event) => {
        if (isWished) void make();
        else press('map', () => void make(), event);
      }}
    >
      {t(`classTeacher.map.${map ? 'again' : asked ? 'makeSure' : 'make'}`)}
    </button>
  );
  return (
    <div class="room-map">
      {!map && (
        <section class="panel room-map-empty">
          <h2 class="unseen">{t('classTeacher.tab.map')}</h2>
          <p>{t(games === 0 ? 'classTeacher.map.none' : 'classTeacher.map.about')}</p>
          {button}
          <p role="status">{asked && t('classTeacher.map.makeAbout')}</p>
        </section>
      )}
      <p role="status" class="quiet">
        {isMaking && t('classTeacher.map.making')}
      </p>
      {map && <LateMap map={map} lines={lines} hideNames={teacher.view.room.hideNames} tools={button} />}
    </div>
  );
}

interface LateMapProps extends Pick<ClassMapViewProps, 'map' | 'hideNames'> {
  readonly lines: readonly BoardLine[];
  readonly tools: VNode;
}

function LateMap({ map, lines, hideNames, tools }: LateMapProps): VNode {
  const [View, setView] = useState<FunctionComponent<ClassMapViewProps> | null>(MAP_VIEW.arrived);
  const [failed, setFailed] = useState(false);
  const { openRow } = useClassActions();
  const hiddenNames = useMemo(() => new Map(lines.map(({ key, name }) => [key, name])), [lines]);
  useEffect(() => {
    MAP_VIEW.fetch().then(
      (view) => setView(() => view),
      () => setFailed(true),
    );
  }, []);
  if (!View) return <p role="status">{t(failed ? 'page.late.failed' : 'page.late.loading')}</p>;
  return (
    <View
      map={map}
      hideNames={hideNames}
      hiddenNames={hiddenNames}
      tools={tools}
      onOpen={({ id }) => void openRow(id)}
    />
  );
}
