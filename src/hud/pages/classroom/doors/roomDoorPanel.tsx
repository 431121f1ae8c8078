import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { DoorState } from '../../../../app/classroom/types.ts';
import type { RoomDoor, RoomFacts } from '../../../../schema/classroom/room.ts';
import { useApp, useClass, useClassActions } from '../../../appContext.ts';
import { Icon } from '../../../icons.tsx';
import { levelText } from '../../words.ts';
import { nameText } from '../boardWords.ts';
import { keptText } from '../keptText.ts';
import { t } from '../studentWords.ts';
import { dateText, groupedCode } from '../teacher/momentWords.ts';
import { MoveForm } from './moveForm.tsx';

/** A room before one sits in it: what it is, the name one would have, and the seat. */
export function RoomDoorPanel({ found }: { readonly found: DoorState }): VNode {
  const { go } = useClassActions();
  const { door, names } = found;
  const heading = useRef<HTMLHeadingElement>(null);
  const problem = useClass((state) => state.problem);
  // What went wrong is said where it was asked for.
  const [asked, setAsked] = useState<'seat' | 'move'>('seat');
  const closed = closedText(door);
  // The field that had the focus is gone.
  useEffect(() => {
    const timer = setTimeout(() => heading.current?.focus(), 0);
    return () => clearTimeout(timer);
  }, []);
  return (
    <section class="class-door panel" aria-labelledby="door-heading">
      <h1 id="door-heading" tabIndex={-1} ref={heading}>
        {t('classStudent.door.heading', { code: groupedCode(door.room.code) })}
      </h1>
      <Facts door={door} />
      {closed === '' ? (
        <NewSeat names={names} problem={asked === 'seat' ? problem : ''} asks={() => setAsked('seat')} />
      ) : (
        <p class="class-refused">{closed}</p>
      )}
      <MoveForm
        code={door.room.code}
        problem={asked === 'move' ? problem : ''}
        asks={() => setAsked('move')}
      />
      <button type="button" class="button small" onClick={() => go({ part: 'join', code: '' })}>
        {t('classStudent.door.other')}
      </button>
    </section>
  );
}

/** Why nobody new can come in, or ''. */
function closedText({ room, full }: RoomDoor): string {
  if (room.locked) return t('classStudent.door.locked');
  return full ? t('classStudent.door.full') : '';
}

function Facts({ door }: { readonly door: RoomDoor }): VNode {
  const { room } = door;
  const level = useApp((state) => state.levels.find(({ id }) => id === room.level.id));
  return (
    <dl class="class-facts">
      <dt>{t('classStudent.door.level')}</dt>
      <dd>{level ? levelText(level).title : room.level.id}</dd>
      <dt>{t('classStudent.door.view')}</dt>
      <dd>
        {t(`page.mode.${room.mode}`)}. <span class="quiet">{t(`page.mode.${room.mode}About`)}</span>
      </dd>
      <dt>{t('classStudent.door.when')}</dt>
      <dd>{whenText(room)}</dd>
      <dt>{t('classStudent.door.hints')}</dt>
      <dd>{t(room.hints ? 'classStudent.door.hintsOn' : 'classStudent.door.hintsOff')}</dd>
      <dt>{t('classStudent.door.kept')}</dt>
      <dd>
        {keptText(room)} {t('classStudent.door.privacy')}
      </dd>
    </dl>
  );
}

function whenText({ state, kind, until }: RoomFacts): string {
  if (state === 'closed') return t('classStudent.door.closed');
  if (kind === 'until' && until !== null) return t('classStudent.door.until', { when: dateText(until) });
  return t(state === 'open' ? 'classStudent.door.liveOpen' : 'classStudent.door.live');
}

interface NewSeatProps {
  readonly names: readonly string[];
  readonly problem: string;
  readonly asks: () => void;
}

/** A name of two words, made anew as often as one likes, and the seat that goes with it. */
function NewSeat({ names, problem, asks }: NewSeatProps): VNode {
  const { reroll, takeSeat } = useClassActions();
  const busy = useClass((state) => state.busy);
  const rolled = useRolledName(names[0]);
  const name = names[0];
  const take = (wanted: string): void => {
    asks();
    void takeSeat(wanted);
  };
  return (
    <div class="class-new-seat">
      <p class="quiet">{t('classStudent.door.name')}</p>
      <p class="class-own-name">{name === undefined ? t('classStudent.door.noNames') : nameText(name)}</p>
      <p class="unseen" aria-live="polite">
        {rolled}
      </p>
      <div class="class-buttons">
        {name !== undefined && (
          <button type="button" class="button main" disabled={busy} onClick={() => take(name)}>
            <Icon name="check" size={22} />
            {t('classStudent.door.take')}
          </button>
        )}
        <button type="button" class="button" disabled={busy && name === undefined} onClick={reroll}>
          <Icon name="restart" size={20} />
          {t('classStudent.door.another')}
        </button>
      </div>
      <p class="code-said" role="alert">
        {problem}
      </p>
    </div>
  );
}

/** What is said of a name that took another one's place; the first is read with the page. */
function useRolledName(name: string | undefined): string {
  const before = useRef(name);
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (before.current !== name && name !== undefined)
      setSaid(t('classStudent.door.rolled', { name: nameText(name) }));
    before.current = name;
  }, [name]);
  return said;
}
