/** The pictures of docs/images/model; each is loaded when it is unfolded. */
import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Scrolls } from './parts.tsx';
import { t, tAny } from './words.ts';

// The page is dark in every theme.
const ADDRESSES = import.meta.glob<string>('../../../../docs/images/model/*.dark.svg', {
  query: '?url',
  import: 'default',
  eager: true,
});

const ADDRESS_OF: ReadonlyMap<string, string> = new Map(
  Object.entries(ADDRESSES).map(([path, address]) => [
    /([^/]+)\.dark\.svg$/.exec(path)?.[1] ?? path,
    address,
  ]),
);

/** Pictures that belong to the table of evidence. */
export const PLOTS_OF_EVIDENCE = ['endotoxin', 'trials', 'threshold'] as const;

/** Courses of each illness, by trigger. */
export const PLOTS_OF_TRIGGER: Readonly<Record<string, readonly string[]>> = {
  covid19: ['course-covid19', 'course-covid19-storm'],
  influenza: ['course-influenza'],
  sepsis: ['course-sepsis'],
  endotoxinSepsis: ['course-endotoxin-sepsis'],
  pneumonia: ['course-pneumonia'],
  carT: ['course-car-t'],
  tgn1412: ['course-tgn1412'],
  endotoxin: ['course-endotoxin-day'],
  hlh: ['course-hlh'],
  injury: ['course-injury'],
};

function titleOf(name: string): string {
  return name.startsWith('course-') && name !== 'course-covid19-storm'
    ? t('model.plot.title.course')
    : tAny(`model.plot.title.${name}`);
}

/** The pictures of these names that there are. */
export function Plots({ names }: { readonly names: readonly string[] }): VNode {
  return (
    <>
      {names.map((name) => {
        const address = ADDRESS_OF.get(name);
        return address === undefined ? null : <Plot key={name} title={titleOf(name)} address={address} />;
      })}
    </>
  );
}

interface PlotProps {
  readonly title: string;
  readonly address: string;
}

function Plot({ title, address }: PlotProps): VNode {
  const [isOpen, setOpen] = useState(false);
  return (
    <details class="fold plot" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('model.plot.show', { title })}</summary>
      {isOpen && <Picture title={title} address={address} />}
    </details>
  );
}

/** In the page itself, not as an image: it then has the page's letters, and its title and description are read out. */
function Picture({ title, address }: PlotProps): VNode {
  const place = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<'loading' | 'ready' | 'failed'>('loading');
  const [words, setWords] = useState('');
  useEffect(() => {
    const leaving = new AbortController();
    loadDrawing(address, leaving.signal).then(
      (drawing) => {
        place.current?.replaceChildren(drawing);
        setWords(drawing.querySelector('desc')?.textContent ?? '');
        setState('ready');
      },
      () => {
        if (!leaving.signal.aborted) setState('failed');
      },
    );
    return () => leaving.abort();
  }, [address]);
  return (
    <figure>
      <Scrolls label={title}>
        <div class="drawing" ref={place} />
      </Scrolls>
      {state === 'loading' && <p class="quiet">{t('model.plot.loading')}</p>}
      {state === 'failed' && <p>{t('model.plot.failed')}</p>}
      {state === 'ready' && <figcaption>{words}</figcaption>}
    </figure>
  );
}

/** @throws Error when there is no drawing at the address */
async function loadDrawing(address: string, signal: AbortSignal): Promise<Element> {
  const answer = await fetch(address, { signal });
  if (!answer.ok) throw new Error(String(answer.status));
  const drawing = new DOMParser().parseFromString(await answer.text(), 'image/svg+xml').documentElement;
  if (drawing.localName !== 'svg') throw new Error('no drawing');
  return document.importNode(drawing, true);
}
