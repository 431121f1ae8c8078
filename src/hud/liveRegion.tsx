import { useEffect, useRef, useState } from 'preact/hooks';
import {
  type Alarms,
  type Announcement,
  alarmAnnouncements,
  announcementOf,
  steadyAlarms,
} from './announcements.ts';
import { useActions, useStore } from './appContext.ts';
import { isLabObjective } from './goalStatus.ts';
import { enqueue, nextSentence, SILENCE, type SpeechQueue } from './speechQueue.ts';

const LOOK_MILLISECONDS = 250;

/** Says what matters: doses, results, alarms, the end. Two regions, since a region cannot change its politeness. */
export function LiveRegion() {
  const { polite, urgent, say } = useSpeech();
  useEvents(say);
  useAlarms(say);
  return (
    <div class="unseen">
      <p aria-live="polite" aria-atomic="true">
        {polite}
      </p>
      <p aria-live="assertive" aria-atomic="true">
        {urgent}
      </p>
    </div>
  );
}

type Say = (sentences: readonly Announcement[]) => void;

/** One sentence at a time, with a pause between two. */
function useSpeech(): { readonly polite: string; readonly urgent: string; readonly say: Say } {
  const queue = useRef<SpeechQueue>(SILENCE);
  const [said, setSaid] = useState({ polite: '', urgent: '' });
  const say = useRef<Say>((sentences) => {
    queue.current = enqueue(queue.current, sentences);
  });
  useEffect(() => {
    const timer = setInterval(() => {
      const { sentence, queue: left } = nextSentence(queue.current, performance.now());
      queue.current = left;
      if (sentence)
        setSaid(
          sentence.urgent ? { polite: '', urgent: sentence.text } : { polite: sentence.text, urgent: '' },
        );
    }, LOOK_MILLISECONDS);
    return () => clearInterval(timer);
  }, []);
  return { ...said, say: say.current };
}

function useEvents(say: Say): void {
  const store = useStore();
  const { onEvents } = useActions();
  useEffect(
    () =>
      onEvents((events) => {
        const { game } = store.getState();
        if (!game) return;
        const sentences = events.flatMap((event) => {
          // An objective lost or reached about an unmeasured value would tell a clinician what nobody knows.
          const objective =
            event.type === 'objectiveLost' || event.type === 'objectiveReached'
              ? game.level.objectives.find(({ id }) => id === event.objective)
              : undefined;
          if (objective && game.mode === 'clinician' && isLabObjective(objective)) return [];
          return announcementOf(event, game.level) ?? [];
        });
        if (sentences.length > 0) say(sentences);
      }),
    [store, onEvents, say],
  );
}

/** Alarms that begin or end. Those that stand when a game is opened are said once. */
function useAlarms(say: Say): void {
  const store = useStore();
  useEffect(() => {
    let before: Alarms = {};
    let values: Float64Array | null = null;
    const look = (): void => {
      const { game } = store.getState();
      if (!game || game.now.values === values) return;
      values = game.now.values;
      const now = steadyAlarms(before, values);
      const sentences = alarmAnnouncements(before, now, values);
      before = now;
      if (sentences.length > 0) say(sentences);
    };
    look();
    return store.subscribe(look);
  }, [store, say]);
}
