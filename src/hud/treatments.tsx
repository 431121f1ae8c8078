import { useState } from 'preact/hooks';
import type { TreatmentGroup } from '../engine/types.ts';
import { t } from '../text/catalogue.ts';
import { useGame } from './appContext.ts';
import { allCards, CARD_GROUPS, type CardId, cardsOf } from './cards.ts';
import { TreatmentCard } from './treatmentCard.tsx';

interface OpenCard {
  readonly openCard: CardId | null;
  readonly setOpenCard: (id: CardId | null) => void;
}

interface TreatmentsProps extends OpenCard {
  /** Offers one group at a time, where not all cards have room. */
  readonly filterable: boolean;
}

type Filter = TreatmentGroup | 'all';
const FILTERS: readonly Filter[] = ['all', ...CARD_GROUPS];

const sameIds = (a: readonly CardId[], b: readonly CardId[]): boolean => a.join() === b.join();

/** All treatments of the level in three groups. */
export function Treatments({ openCard, setOpenCard, filterable }: TreatmentsProps) {
  const canOrder = useGame((game) => game.kind === 'play');
  // A pointer that only happens to lie here when the screen opens asks for no description.
  const [pointed, setPointed] = useState(false);
  const [filter, setFilter] = useState<Filter>('all');
  return (
    <section
      class={pointed ? 'treatments pointed' : 'treatments'}
      aria-labelledby="treatments-title"
      onPointerMove={({ movementX, movementY }) => (movementX !== 0 || movementY !== 0) && setPointed(true)}
      onPointerLeave={() => setPointed(false)}
    >
      <h2 id="treatments-title" class="unseen">
        {t('hud.treatments.title')}
      </h2>
      {!canOrder && <p class="unseen">{t('hud.treatments.readOnly')}</p>}
      {filterable && <Filters filter={filter} setFilter={setFilter} />}
      {CARD_GROUPS.map((group) => (
        <Group
          key={group}
          group={group}
          isChosen={!filterable || filter === 'all' || filter === group}
          openCard={openCard}
          setOpenCard={setOpenCard}
        />
      ))}
    </section>
  );
}

interface FiltersProps {
  readonly filter: Filter;
  readonly setFilter: (filter: Filter) => void;
}

function Filters({ filter, setFilter }: FiltersProps) {
  const shown = useGame(
    (game) => FILTERS.filter((candidate) => candidate === 'all' || cardsOf(game, candidate).length > 0),
    (a, b) => a.join() === b.join(),
  );
  return (
    <fieldset class="card-filters">
      <legend class="unseen">{t('hud.treatments.filter')}</legend>
      {shown.map((candidate) => (
        <label key={candidate} class={candidate === filter ? 'chip chosen' : 'chip'}>
          <input
            type="radio"
            class="unseen"
            name="card-filter"
            checked={candidate === filter}
            onChange={() => setFilter(candidate)}
          />
          {t(`hud.treatments.${candidate}`)}
        </label>
      ))}
    </fieldset>
  );
}

interface GroupProps extends OpenCard {
  readonly group: TreatmentGroup;
  readonly isChosen: boolean;
}

function Group({ group, isChosen, openCard, setOpenCard }: GroupProps) {
  const ids = useGame((game) => cardsOf(game, group), sameIds);
  const all = useGame(allCards, sameIds);
  // A card opened by its key is seen, whatever is chosen.
  const isOpen = openCard !== null && ids.includes(openCard);
  if (ids.length === 0 || !(isChosen || isOpen)) return null;
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
