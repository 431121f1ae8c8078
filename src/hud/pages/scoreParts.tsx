import type { ComponentChildren, VNode } from 'preact';
import type { Score, ScoreCost } from '../../engine/types.ts';
import { formatNumber } from '../format.ts';
import { ModelLink } from '../modelLink.tsx';
import { t } from './endWords.ts';
import { shortNumber } from './words.ts';

/** The three parts of the score, each with the numbers it is made of and the scale they are held against. */
export function ScoreParts({ score }: { readonly score: Score }): VNode {
  const { numbers, maxima } = score;
  const area = (value: number) => formatNumber(value, 1);
  return (
    <div class="score-parts">
      <h2>{t('end.parts')}</h2>
      {numbers.objectiveShare < 1 && (
        <p class="objective-share">
          {t('end.objectiveShare', { share: formatNumber(100 * numbers.objectiveShare, 0) })}
        </p>
      )}
      <Part name={t('end.organs')} points={score.organs} maximum={maxima.organs} at="SOFA">
        <p>
          {t('end.organsAbout', {
            area: area(numbers.organArea),
            alone: area(numbers.organAreaBodyAlone),
            best: area(numbers.organAreaBestKnown),
            maximum: maxima.organs,
          })}{' '}
          {t('end.organsDeath')}
        </p>
        <Scale zero={numbers.organAreaBodyAlone} full={numbers.organAreaBestKnown} own={numbers.organArea} />
      </Part>
      <Part name={t('end.guard')} points={score.guard} maximum={maxima.guard} at="guard">
        <p>
          {t('end.guardAbout', {
            area: area(numbers.guardArea),
            best: area(numbers.guardAreaBestKnown),
          })}{' '}
          {numbers.secondInfectionHours > 0
            ? t('end.guardInfection', { hours: formatNumber(numbers.secondInfectionHours, 0) })
            : t('end.guardNoInfection')}
        </p>
        <Bill part="guard" score={score} />
      </Part>
      <Part
        name={t('end.stewardship')}
        points={score.stewardship}
        maximum={maxima.stewardship}
        at="part-drugs"
      >
        <p>
          {t('end.stewardshipAbout', {
            doses: t('end.doses', { count: numbers.dosesGiven }),
            idle: numbers.dosesWithoutUse,
            tests: t('end.tests', { count: numbers.testsOrdered }),
            soon: numbers.testsTooSoon,
          })}
        </p>
        <Bill part="stewardship" score={score} />
      </Part>
    </div>
  );
}

interface PartProps {
  readonly name: string;
  readonly points: number;
  readonly maximum: number;
  /** Place on the page about the model that says what the part is made of. */
  readonly at: string;
  readonly children: ComponentChildren;
}

function Part({ name, points, maximum, at, children }: PartProps): VNode {
  return (
    <section class="score-part">
      <h3>
        {name}{' '}
        <span class="part-points">
          <span class="number">{points}</span> <small>{t('end.ofMaximum', { maximum })}</small>
        </span>
      </h3>
      <meter min={0} max={maximum} value={points} aria-hidden="true" />
      {children}
      <ModelLink at={at} name={name} />
    </section>
  );
}

/** Where the own organ area lies between no points (the body alone) and all (the best known). */
function Scale({
  zero,
  full,
  own,
}: {
  readonly zero: number;
  readonly full: number;
  readonly own: number;
}): VNode | null {
  const span = Math.log(zero / full);
  if (span <= 0) return null;
  // The score counts halvings, so the line is logarithmic too.
  const share = Math.min(Math.max(Math.log(zero / own) / span, 0), 1);
  return (
    <svg class="organ-scale" viewBox="0 0 300 34" aria-hidden="true">
      <path d="M6 10H294" class="scale-line" />
      <path d="M6 5V15M294 5V15" class="scale-line" />
      <circle cx={6 + share * 288} cy="10" r="6" class="scale-own" />
      <text x="0" y="30">
        {t('end.bodyAlone')} {formatNumber(zero, 0)}
      </text>
      <text x="300" y="30" text-anchor="end">
        {t('end.bestKnown')} {formatNumber(full, 0)}
      </text>
    </svg>
  );
}

function costText({ code, amount, treatment }: ScoreCost): string {
  return t(`end.cost.${code}`, {
    count: amount,
    amount: shortNumber(amount),
    treatment: treatment ? t(`hud.treatment.${treatment}.name`) : '',
  });
}

/** What took points away, as a bill that adds up: the full part, each cost, and the share of the organs that were kept. */
function Bill({ part, score }: { readonly part: 'guard' | 'stewardship'; readonly score: Score }): VNode {
  const { organShare, objectiveShare, costs } = score.numbers;
  const own = costs.filter((cost) => cost.part === part);
  const left = Math.max(
    0,
    own.reduce<number>((points, cost) => points - cost.points, score.maxima[part]),
  );
  return (
    <ul class="bill">
      <Row text={t('end.begin')} points={score.maxima[part]} />
      {own.map((cost) => (
        <Row key={`${cost.code}${cost.treatment ?? ''}`} text={costText(cost)} points={-cost.points} isCost />
      ))}
      {organShare < 1 && left > 0 && (
        <Row
          text={t('end.share', { share: formatNumber(100 * organShare, 0) })}
          points={-left * (1 - organShare)}
          isCost
        />
      )}
      {objectiveShare < 1 && left > 0 && (
        <Row
          text={t('end.missed', { share: formatNumber(100 * objectiveShare, 0) })}
          points={-left * organShare * (1 - objectiveShare)}
          isCost
        />
      )}
    </ul>
  );
}

interface RowProps {
  readonly text: string;
  readonly points: number;
  readonly isCost?: boolean;
}

function Row({ text, points, isCost = false }: RowProps): VNode {
  return (
    <li class={isCost ? 'cost' : ''}>
      <span>{text}</span>
      <span class="number">{formatNumber(points, 1)}</span>
    </li>
  );
}
