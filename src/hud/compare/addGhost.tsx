import './addGhost.css';
import type { VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { branchWithLog, sameGame } from '../../app/branches/tree.ts';
import { t } from '../../app/branches/words.ts';
import { carriesLog, fragmentToLogText, LOG_BYTES_LIMIT } from '../../app/logLink.ts';
import type { DecisionLog } from '../../engine/types.ts';
import { useActions, useApp, useBranches } from '../appContext.ts';
import { whenText } from '../pages/words.ts';

interface Offer {
  readonly key: string;
  readonly kind: 'earlierSelf' | 'branch';
  readonly name: string;
  readonly log: DecisionLog;
}

/** Games of this browser that can be compared: earlier ones of the level, and branches of the same tree. */
function useOffers(subject: DecisionLog | null): readonly Offer[] {
  const saved = useApp((state) => state.savedLogs);
  const trees = useBranches((state) => state.trees);
  if (!subject) return [];
  const tree = trees.find((candidate) => branchWithLog(candidate, subject));
  const others = tree?.branches.filter(({ log }) => !sameGame(log, subject)) ?? [];
  const branches = others.map(
    ({ id, name, log }): Offer => ({ key: `branch ${id}`, kind: 'branch', name, log }),
  );
  const earlier = saved.filter(
    ({ log }) =>
      log.level.hash === subject.level.hash &&
      !sameGame(log, subject) &&
      !others.some((branch) => sameGame(branch.log, log)),
  );
  return [
    ...branches,
    ...earlier.map(({ key, savedAt, log }): Offer => {
      const name = t('branches.compare.earlier', { score: log.score, when: whenText(savedAt) });
      return { key: `log ${key}`, kind: 'earlierSelf', name, log };
    }),
  ];
}

interface AddGhostProps {
  /** The log that others are to be compared with. */
  readonly subject: DecisionLog | null;
  readonly addGhost: (
    source: string | DecisionLog,
    kind: 'earlierSelf' | 'friend' | 'branch',
    name: string,
  ) => Promise<unknown> | undefined;
}

/** More courses to compare with: games of this browser, a file, a link. */
export function AddGhost({ subject, addGhost }: AddGhostProps): VNode {
  const [busy, setBusy] = useState(false);
  const add = async (
    source: string | DecisionLog,
    kind: 'earlierSelf' | 'friend' | 'branch',
    name: string,
  ): Promise<void> => {
    setBusy(true);
    await addGhost(source, kind, name);
    setBusy(false);
  };
  const friend = (text: string): void => void add(text, 'friend', t('branches.compare.friend'));
  return (
    <details class="add-ghost">
      <summary>{t('branches.compare.add')}</summary>
      <div class="add-ghost-ways">
        <OwnGames subject={subject} add={(offer) => void add(offer.log, offer.kind, offer.name)} />
        <FriendFile open={friend} />
        <FriendLink open={friend} />
        <p role="status">{busy && t('branches.compare.busy')}</p>
      </div>
    </details>
  );
}

function OwnGames({
  subject,
  add,
}: {
  readonly subject: DecisionLog | null;
  readonly add: (offer: Offer) => void;
}): VNode {
  const offers = useOffers(subject);
  const [chosen, setChosen] = useState('');
  const offer = offers.find(({ key }) => key === chosen) ?? offers[0];
  if (!offer) return <p class="quiet">{t('branches.compare.noOffers')}</p>;
  return (
    <div class="compare-row">
      <label class="compare-field">
        {t('branches.compare.own')}
        <select value={offer.key} onChange={(event) => setChosen(event.currentTarget.value)}>
          {offers.map(({ key, name }) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <button type="button" class="button small" onClick={() => add(offer)}>
        {t('branches.compare.addButton')}
      </button>
    </div>
  );
}

function FriendFile({ open }: { readonly open: (text: string) => void }): VNode {
  const { notify } = useActions();
  const input = useRef<HTMLInputElement>(null);
  const read = async (): Promise<void> => {
    const file = input.current?.files?.[0];
    if (input.current) input.current.value = '';
    if (!file) return;
    if (file.size > LOG_BYTES_LIMIT) notify('error', t('branches.compare.tooLarge', { name: file.name }));
    else await file.text().then(open, () => notify('error', t('app.file.unreadable', { name: file.name })));
  };
  return (
    <>
      <button type="button" class="button small" onClick={() => input.current?.click()}>
        {t('branches.compare.file')}
      </button>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        class="unseen"
        tabIndex={-1}
        aria-label={t('branches.compare.file')}
        onChange={() => void read()}
      />
    </>
  );
}

function FriendLink({ open }: { readonly open: (text: string) => void }): VNode {
  const { notify } = useActions();
  const field = useRef<HTMLInputElement>(null);
  const read = (): void => {
    const address = field.current?.value ?? '';
    const fragment = address.slice(address.indexOf('#') + 1);
    if (!carriesLog(fragment)) {
      notify('error', t('branches.compare.noLog'));
      return;
    }
    const reading = fragmentToLogText(fragment);
    if (reading.ok) open(reading.text);
    else notify('error', t(`app.link.${reading.problem}`));
  };
  return (
    <form
      class="compare-row"
      onSubmit={(event) => {
        event.preventDefault();
        read();
      }}
    >
      <label class="compare-field">
        {t('branches.compare.link')}
        <input ref={field} type="text" autocomplete="off" spellcheck={false} />
      </label>
      <button type="submit" class="button small">
        {t('branches.compare.addButton')}
      </button>
    </form>
  );
}
