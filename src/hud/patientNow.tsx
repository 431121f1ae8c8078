import type { GameView } from '../app/types.ts';
import { Q } from '../model/generated/system.ts';
import { t } from '../text/catalogue.ts';
import { VITALS } from './announcements.ts';
import { useGameDerived } from './appContext.ts';
import { oxygenNow, runningText } from './cards.ts';
import { clockText, formatNumber, spanText } from './format.ts';
import { flagText, labReading, testsOf } from './labReadings.ts';
import { judgeVital, VITAL_DECIMALS } from './limits.ts';
import { sofaReading } from './sofa.ts';
import { plainDigits } from './words.tsx';

interface Row {
  readonly name: string;
  readonly value: string;
  readonly remark: string;
}

function vitalRows(game: GameView): readonly Row[] {
  const rows = VITALS.map((id): Row => {
    const value = game.now.values[Q[id]] ?? Number.NaN;
    const { level, direction } = judgeVital(id, value);
    const remark =
      level === 'normal'
        ? ''
        : `${t(`hud.monitor.${level}`)}, ${t(direction === 'low' ? 'hud.monitor.low' : 'hud.monitor.high')}`;
    return {
      name: t(`hud.vital.${id}.long`),
      value: `${formatNumber(value, VITAL_DECIMALS[id])} ${t(`hud.vital.${id}.unitWords`)}`,
      remark,
    };
  });
  const pressures = (['SBP', 'DBP'] as const).map((id) => ({
    name: t(`hud.vital.${id}.long`),
    value: `${formatNumber(game.now.values[Q[id]] ?? Number.NaN, 0)} ${t(`hud.vital.${id}.unitWords`)}`,
    remark: '',
  }));
  return [...rows, ...pressures];
}

function labRows(game: GameView): readonly Row[] {
  return testsOf(game).map((test) => {
    const { text, judgement, ageHours, dueHours } = labReading(game, test);
    const age =
      game.mode === 'clinician' && text !== null ? t('hud.now.measured', { span: spanText(ageHours) }) : '';
    const due =
      dueHours === null
        ? ''
        : t('hud.lab.due', { test: t(`hud.lab.${test}.name`), span: spanText(dueHours) });
    return {
      name: plainDigits(t(`hud.lab.${test}.long`)),
      value: text === null ? t('hud.lab.never') : `${text} ${t(`hud.lab.${test}.unitWords`)}`,
      remark: [flagText(judgement), age, due].filter(Boolean).join(', '),
    };
  });
}

/** What the organ windows show; a clinician has not measured it. */
function organRows(game: GameView): readonly Row[] {
  if (game.mode !== 'student') return [];
  const percent = (index: number) =>
    t('hud.picture.percent', { percent: formatNumber((game.now.values[index] ?? 0) * 100, 0) });
  return [
    { name: t('hud.now.heart'), value: percent(Q.heartFunction), remark: '' },
    { name: t('hud.now.kidney'), value: percent(Q.kidneyFunction), remark: '' },
  ];
}

function allRows(game: GameView): readonly Row[] {
  const sofa = sofaReading(game);
  const running = runningText(game);
  return [
    { name: t('hud.now.clock'), value: clockText(game.now.hour), remark: '' },
    ...vitalRows(game),
    ...labRows(game),
    ...organRows(game),
    {
      name: t('hud.sofa.long'),
      value: t(sofa.complete ? 'hud.sofa.sum' : 'hud.sofa.sumAtLeast', { sum: sofa.sum }),
      remark: '',
    },
    { name: t('hud.now.oxygen'), value: oxygenNow(game), remark: '' },
    {
      name: t('hud.now.running'),
      value: running.length > 0 ? running.join('; ') : t('hud.now.nothingRuns'),
      remark: '',
    },
  ];
}

/** Everything that is known about the patient in one table, for a screen reader: anew each half hour of the level, and at every pause. */
export function PatientNow() {
  const rows = useGameDerived(
    (game) => `${Math.floor(game.now.hour * 2)} ${game.running ? '' : game.now.tick} ${game.commands.length}`,
    allRows,
  );
  return (
    <section class="unseen" aria-labelledby="now-title">
      <h2 id="now-title">{t('hud.now.title')}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('hud.now.quantity')}</th>
            <th scope="col">{t('hud.now.value')}</th>
            <th scope="col">{t('hud.now.remark')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, value, remark }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{value}</td>
              <td>{remark}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
