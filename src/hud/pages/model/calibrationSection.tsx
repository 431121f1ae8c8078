import type { VNode } from 'preact';
import { CALIBRATION, type CalibrationPart, CONCLUSIONS } from '../../../app/modelFacts.ts';
import { parameterOf } from './lookup.ts';
import { numberText } from './numbers.ts';
import { PlaceLink, Scrolls, Section } from './parts.tsx';
import { t } from './words.ts';

/** Rise of the objective up to which a value is not excluded: 95 % of chi squared with one degree of freedom. */
const NOT_EXCLUDED = 3.84;

/** What does not hold comes first. */
const IN_ORDER = CONCLUSIONS.toSorted((one, other) => Number(one.robust) - Number(other.robust));

const three = (value: number): string => numberText(Number(value.toPrecision(3)));

interface Range {
  readonly low: number;
  readonly high: number;
}

/** The multiples of the found value, among those that were tried, between which the objective rises by less than 3.84. */
export function factorsNotExcluded({ profiles, objective }: CalibrationPart, id: string): Range {
  const allowed = profiles
    .filter((point) => point.id === id && point.objective - objective < NOT_EXCLUDED)
    .map(({ factor }) => factor);
  return { low: Math.min(1, ...allowed), high: Math.max(1, ...allowed) };
}

/** What the calibration found, how loosely, and which conclusions do not depend on it. */
export function CalibrationSection(): VNode {
  const count = CALIBRATION.reduce((sum, part) => sum + Object.keys(part.parameters).length, 0);
  return (
    <Section id="calibration">
      {count === 0 ? (
        <p>{t('model.calibration.none')}</p>
      ) : (
        <>
          <p>{t('model.calibration.about', { count })}</p>
          <p class="quiet">{t('model.calibration.columns')}</p>
          <Found />
        </>
      )}
      <h3>{t('model.calibration.conclusions')}</h3>
      <p>{t('model.calibration.conclusionsAbout')}</p>
      {CONCLUSIONS.length === 0 ? <p>{t('model.calibration.untested')}</p> : <Conclusions />}
    </Section>
  );
}

function Found(): VNode {
  return (
    <Scrolls label={t('model.calibration.table')}>
      <table>
        <caption class="unseen">{t('model.calibration.table')}</caption>
        <thead>
          <tr>
            {(['what', 'found', 'allowedFactor', 'others'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`model.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {CALIBRATION.flatMap((part) =>
            Object.keys(part.parameters).map((id) => <Row key={id} id={id} part={part} />),
          )}
        </tbody>
      </table>
    </Scrolls>
  );
}

function Row({ id, part }: { readonly id: string; readonly part: CalibrationPart }): VNode {
  const { low, high } = factorsNotExcluded(part, id);
  const others = part.alternatives.map(({ parameters }) => parameters[id] ?? Number.NaN);
  const parameter = parameterOf(id);
  return (
    <tr>
      <th scope="row">
        {parameter ? (
          <PlaceLink at={id} class="in-table">
            {parameter.name}
          </PlaceLink>
        ) : (
          t('model.calibration.mapHalf')
        )}
      </th>
      <td class="number">{three(part.parameters[id] ?? Number.NaN)}</td>
      <td class="number">{t('model.calibration.factors', { low: three(low), high: three(high) })}</td>
      <td class="number">
        {others.length > 0 &&
          t('model.calibration.range', { low: three(Math.min(...others)), high: three(Math.max(...others)) })}
      </td>
    </tr>
  );
}

function Conclusions(): VNode {
  return (
    <Scrolls label={t('model.calibration.conclusions')} class="tall">
      <table>
        <thead>
          <tr>
            {(['conclusion', 'robust'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`model.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {IN_ORDER.map(({ what, robust, note }) => (
            <tr key={what}>
              <th scope="row">{what}</th>
              <td>
                <b class={robust ? 'color-green' : 'color-red'}>
                  {t(robust ? 'model.calibration.robust' : 'model.calibration.notRobust')}
                </b>
                {note && <small> {note}</small>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolls>
  );
}
