import { useRef, useState } from 'preact/hooks';
import { Q } from '../model/generated/system.ts';
import { t } from '../text/catalogue.ts';
import { VITALS } from './announcements.ts';
import { sameFields, useGame, useGameDerived } from './appContext.ts';
import { formatNumber } from './format.ts';
import { Icon } from './icons.tsx';
import { judgeVital, VITAL_DECIMALS, type VitalId } from './limits.ts';
import { sparkline } from './sparkline.ts';
import { useDismiss } from './useDismiss.ts';
import { useReducedMotion } from './useLayout.ts';
import { useWaves } from './useWaves.ts';
import { VitalInfo } from './vitalInfo.tsx';
import { plainDigits, Words } from './words.tsx';

/** Five vital signs; everything about them is free to see in either mode. */
export function Monitor() {
  const monitor = useRef<HTMLElement>(null);
  useWaves(monitor, useReducedMotion());
  return (
    <section class="monitor panel" ref={monitor} aria-labelledby="monitor-title">
      <h2 id="monitor-title" class="unseen">
        {t('hud.monitor.title')}
      </h2>
      <ul class="monitor-rows">
        {VITALS.map((id) => (
          <MonitorRow key={id} id={id} />
        ))}
      </ul>
    </section>
  );
}

interface RowState {
  readonly value: string;
  readonly level: string;
  readonly direction: string;
  readonly pressures: string;
}

function MonitorRow({ id }: { readonly id: VitalId }) {
  const { value, level, direction, pressures } = useGame<RowState>(({ now: { values } }) => {
    const number = values[Q[id]] ?? Number.NaN;
    const judgement = judgeVital(id, number);
    return {
      value: formatNumber(number, VITAL_DECIMALS[id]),
      level: judgement.level,
      direction: judgement.direction,
      pressures: id === 'MAP' ? pressuresText(values) : '',
    };
  }, sameFields);
  const place = useRef<HTMLLIElement>(null);
  const [open, setOpen] = useState(false);
  useDismiss(place, open, () => setOpen(false));
  return (
    <li class={`monitor-row ${level}`} ref={place}>
      <span class="vital-name" aria-hidden="true">
        <b>
          <Words>{t(`hud.vital.${id}.name`)}</Words>
        </b>
        <span class="unit">{t(`hud.vital.${id}.unit`)}</span>
      </span>
      {id === 'Temp' ? <TemperatureCurve /> : <canvas class="wave" data-wave={id} />}
      <span class="vital-remark" aria-hidden="true">
        {level !== 'normal' && (
          <span class="sign">
            <Icon name={level === 'alarm' ? 'alarm' : 'caution'} size={16} />
            <span class="sign-word">{t(direction === 'low' ? 'hud.monitor.low' : 'hud.monitor.high')}</span>
          </span>
        )}
        {pressures && <span class="pressures number">{pressures}</span>}
      </span>
      <span class="vital number" aria-hidden="true" key={level}>
        {value}
      </span>
      <button type="button" class="about" aria-expanded={open} onClick={() => setOpen(!open)}>
        <span class="unseen">{spokenRow(id, value, level, direction, pressures)}</span>
        <span class="unseen">, {t('hud.vital.about')}</span>
      </button>
      {open && <VitalInfo id={id} />}
    </li>
  );
}

function pressuresText(values: Float64Array): string {
  return t('hud.monitor.pressures', {
    systolic: formatNumber(values[Q.SBP] ?? Number.NaN, 0),
    diastolic: formatNumber(values[Q.DBP] ?? Number.NaN, 0),
  });
}

/** The row in words: "Heart rate 131 beats per minute, alarm, high". */
function spokenRow(id: VitalId, value: string, level: string, direction: string, pressures: string): string {
  const words = [`${plainDigits(t(`hud.vital.${id}.long`))} ${value} ${t(`hud.vital.${id}.unitWords`)}`];
  if (pressures) words.push(pressures);
  if (level !== 'normal') {
    words.push(t(level === 'alarm' ? 'hud.monitor.alarm' : 'hud.monitor.caution'));
    words.push(t(direction === 'low' ? 'hud.monitor.low' : 'hud.monitor.high'));
  }
  return words.join(', ');
}

const CURVE = { width: 200, height: 24 };

/** Temperature changes over hours, so its row shows the last day instead of a wave. */
function TemperatureCurve() {
  const path = useGameDerived(
    (game) => Math.floor(game.now.hour),
    ({ trend: { hours, series }, now }) => {
      const points = (series[Q.Temp] ?? []).map((value, index) => ({ hour: hours[index] ?? 0, value }));
      return sparkline(points, { ...CURVE, hours: 24, now: now.hour, log: false, smallestSpan: 1.5 });
    },
  );
  return (
    <svg
      class="wave"
      viewBox={`-4 -4 ${CURVE.width + 8} ${CURVE.height + 8}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {path && <path d={path.path} class="curve" />}
    </svg>
  );
}
