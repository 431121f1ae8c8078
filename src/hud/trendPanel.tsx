import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../text/catalogue.ts';
import { useGame } from './appContext.ts';
import { CHART_GROUPS, type ChartGroup, seriesShown } from './chartData.ts';
import type { TrendChartProps } from './trendChart.tsx';

/** The chart and the switch between its groups. The chart itself arrives when it is first wanted. */
export function TrendPanel() {
  const [group, setGroup] = useState<ChartGroup>(CHART_GROUPS[0] as ChartGroup);
  const Chart = useTrendChart();
  const groups = useGame(
    (game) => CHART_GROUPS.filter((candidate) => seriesShown(game, candidate).length > 0),
    (a, b) => a.length === b.length,
  );
  return (
    <div class="trend">
      <fieldset class="trend-groups">
        <legend class="unseen">{t('hud.trend.group')}</legend>
        {groups.map((candidate) => (
          <label key={candidate.id} class={candidate === group ? 'chip chosen' : 'chip'}>
            <input
              type="radio"
              class="unseen"
              name="trend-group"
              checked={candidate === group}
              onChange={() => setGroup(candidate)}
            />
            {t(`hud.trend.${candidate.id}`)}
          </label>
        ))}
      </fieldset>
      {Chart ? <Chart key={group.id} group={group} /> : <p class="quiet">{t('hud.trend.loading')}</p>}
    </div>
  );
}

function useTrendChart(): FunctionComponent<TrendChartProps> | null {
  const [chart, setChart] = useState<{ readonly Chart: FunctionComponent<TrendChartProps> } | null>(null);
  useEffect(() => {
    let isGone = false;
    void import('./trendChart.tsx').then(({ TrendChart }) => {
      if (!isGone) setChart({ Chart: TrendChart });
    });
    return () => {
      isGone = true;
    };
  }, []);
  return chart?.Chart ?? null;
}
