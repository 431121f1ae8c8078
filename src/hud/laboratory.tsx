import { t } from '../text/catalogue.ts';
import { useGame } from './appContext.ts';
import { spanText } from './format.ts';
import { Icon } from './icons.tsx';
import { LabCell } from './labCell.tsx';
import { labReading, testsOf } from './labReadings.ts';
import { OrderList } from './orderList.tsx';

interface LaboratoryProps {
  /** True while the list of tests is open. */
  readonly listOpen: boolean;
  readonly setListOpen: (open: boolean) => void;
  /** Opens the trend chart; absent where the chart has a tab of its own. */
  readonly openTrend?: (() => void) | undefined;
}

/** Results: live in student mode; ordered, timed and ageing in clinician mode. */
export function Laboratory({ listOpen, setListOpen, openTrend }: LaboratoryProps) {
  const tests = useGame(testsOf, sameList);
  const canOrder = useGame((game) => game.mode === 'clinician' && game.kind === 'play');
  return (
    <section class="laboratory panel" aria-labelledby="lab-title">
      <div class="panel-head">
        <h2 id="lab-title">{t('hud.lab.title')}</h2>
        <OrderState />
        {openTrend && (
          <button type="button" class="chip" onClick={openTrend} aria-keyshortcuts="T">
            <Icon name="trend" size={16} />
            {t('hud.trend.title')}
          </button>
        )}
        {canOrder && <OrderList open={listOpen} setOpen={setListOpen} tests={tests} />}
      </div>
      <ul class="lab-cells">
        {tests.map((test) => (
          <LabCell key={test} test={test} canOrder={canOrder} />
        ))}
      </ul>
    </section>
  );
}

function sameList<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}

/** What is on its way: "CRP due in 35 min". */
function OrderState() {
  const text = useGame((game) => {
    if (game.mode === 'student') return t('hud.lab.live');
    const due = testsOf(game).flatMap((test) => {
      const { dueHours } = labReading(game, test);
      return dueHours === null ? [] : [{ test, dueHours }];
    });
    const next = due.sort((a, b) => a.dueHours - b.dueHours)[0];
    if (!next) return t('hud.lab.nothingOnOrder');
    const words = { test: t(`hud.lab.${next.test}.name`), span: spanText(next.dueHours) };
    return due.length > 1 ? t('hud.lab.onOrder', { count: due.length }) : t('hud.lab.due', words);
  });
  return <p class="quiet order-state">{text}</p>;
}
