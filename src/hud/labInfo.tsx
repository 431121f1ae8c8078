import type { LabId } from '../engine/types.ts';
import { Q } from '../model/generated/system.ts';
import { t } from '../text/catalogue.ts';
import { useGame } from './appContext.ts';
import { Explanation } from './explanation.tsx';
import { formatAmount } from './format.ts';
import { LAB_LIMITS } from './limits.ts';
import { Words } from './words.tsx';

/** From this share of covered receptors on, IL-6 in blood tells of the antibody and no longer of the storm. */
const BLOCKED = 0.5;

/** True while the antibody keeps IL-6 from being cleared. */
export function isBlocked(test: LabId, values: Float64Array): boolean {
  return test === 'IL6' && (values[Q.occ] ?? 0) > BLOCKED;
}

/** What a test is, where it should be, and what it tells. */
export function LabInfo({ test }: { readonly test: LabId }) {
  const blocked = useGame(({ now }) => isBlocked(test, now.values));
  return (
    <Explanation name={t(`hud.lab.${test}.long`)} at={test}>
      {rangesOf(test).map((sentence) => (
        <p key={sentence}>
          <Words>{sentence}</Words>
        </p>
      ))}
      <p class="quiet">{t(`hud.lab.${test}.means`)}</p>
      {blocked && <p>{t('hud.lab.blockedMeans')}</p>}
    </Explanation>
  );
}

/** The reference range of a healthy adult, and the limit past which the bedside raises its voice. */
function rangesOf(test: LabId): readonly string[] {
  const { cautionLow, cautionHigh, alarmLow, alarmHigh } = LAB_LIMITS[test];
  const unit = t(`hud.lab.${test}.unit`);
  const sentence = (key: 'below' | 'above' | 'alarmHigh' | 'alarmLow', limit: number | undefined) =>
    limit === undefined ? [] : [t(`hud.lab.range.${key}`, { limit: formatAmount(limit), unit })];
  const found = [
    ...sentence('below', cautionHigh),
    ...sentence('above', cautionLow),
    ...sentence('alarmHigh', alarmHigh),
    ...sentence('alarmLow', alarmLow),
  ];
  return found.length > 0 ? found : [t('hud.lab.range.none')];
}
