import { useState } from 'preact/hooks';
import type { TreatmentGroup } from '../engine/types.ts';
import { t } from '../text/catalogue.ts';
import { useGame } from './appContext.ts';
import { allCards, CARD_GROUPS, type CardId, cardsOf } from './cards.ts';
import { TreatmentCard } from './treatmentCard.tsx';

interface TreatmentsProps {
  readonly openCard: CardId | null;
  readonly setOpenCard: (id: CardId | null) => void;
}

const sameIds = (a: readonly CardId[], b: readonly CardId[]): boolean => a.join() === b.join();

/** All treatments of the level in three groups. */
export function Treatments({ openCard, setOpenCard }: TreatmentsProps) {
  const canOrder = useGame((game) => game.kind === 'play');
  // A pointer that only happens to lie here when the screen opens asks for no description.
  const [pointed, setPointed] = useState(false);
  return (
    <section
      class={pointed ? 'treatments pointed' : 'treatments'}
      aria-labelledby="treatments-title"
      onPointerMove={() => setPointed(true)}
      onPointerLeave={() => setPointed(false)}
    >
      <h2 id="treatments-title" class="unseen">
        {t('hud.treatments.title')}
      </h2>
      {!canOrder && <p class="unseen">{t('hud.treatments.readOnly')}</p>}
      {CARD_GROUPS.map((group) => (
        <Group key={group} group={group} openCard={openCard} setOpenCard={setOpenCard} />
      ))}
    </section>
  );
}

function Group({ group, openCard, setOpenCard }: TreatmentsProps & { readonly group: TreatmentGroup }) {
  const ids = useGame((game) => cardsOf(game, group), sameIds);
  const all = useGame(allCards, sameIds);
  if (ids.length === 0) return null;
  return (
    <div class="card-group" style={{ flexGrow: ids.length }}>
      <h3>{t(`hud.treatments.${group}`)}</h3>
      <ul class="cards">
        {ids.map((id) => (
          <TreatmentCard
            key={id}
            id={id}
            digit={all.indexOf(id) + 1}
            isLate={all.indexOf(id) >= all.length / 2}
            open={openCard === id}
            setOpen={(open) => setOpenCard(open ? id : null)}
          />
        ))}
      </ul>
    </div>
  );
}
