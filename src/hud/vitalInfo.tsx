import { t } from '../text/catalogue.ts';
import { Explanation } from './explanation.tsx';
import { formatAmount } from './format.ts';
import { VITAL_LIMITS, type VitalId } from './limits.ts';

/** What a vital sign tells, and from where on the monitor marks it. */
export function VitalInfo({ id }: { readonly id: VitalId }) {
  const { source } = VITAL_LIMITS[id];
  return (
    <Explanation name={t(`hud.vital.${id}.long`)} at={id}>
      <p>{t(`hud.vital.${id}.means`)}</p>
      <p>{limitsOf(id).join(' ')}</p>
      <p class="quiet">{t('hud.vital.limit.source', { source })}</p>
    </Explanation>
  );
}

function limitsOf(id: VitalId): readonly string[] {
  const { cautionLow, cautionHigh, alarmLow, alarmHigh } = VITAL_LIMITS[id];
  const sentence = (key: 'low' | 'high' | 'cautionLow' | 'cautionHigh', limit: number | undefined) =>
    limit === undefined
      ? []
      : [t(`hud.vital.limit.${key}`, { limit: formatAmount(limit), unit: t(`hud.vital.${id}.unit`) })];
  return [
    ...sentence('cautionLow', cautionLow),
    ...sentence('cautionHigh', cautionHigh),
    ...sentence('low', alarmLow),
    ...sentence('high', alarmHigh),
  ];
}
