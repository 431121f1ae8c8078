/** Small parts that every section of the page about the model is made of. */
import type { ComponentChildren, VNode } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { fragmentOf } from '../../../app/navigation.ts';
import type { Formula } from '../../../model/document.ts';
import { useActions } from '../../appContext.ts';
import { elementId, type SectionId, sectionPlace } from './lookup.ts';
import { t } from './words.ts';

interface SectionProps {
  readonly id: SectionId;
  readonly children: ComponentChildren;
}

/** One part of the page under its heading. */
export function Section({ id, children }: SectionProps): VNode {
  const place = elementId(sectionPlace(id));
  return (
    <section class={`model-section panel`} aria-labelledby={place}>
      <h2 id={place} tabIndex={-1}>
        {t(`model.section.${id}`)}
      </h2>
      {children}
    </section>
  );
}

interface PlaceLinkProps {
  readonly at: string;
  readonly class?: string;
  readonly children: ComponentChildren;
}

/** To another place of the page. A second press goes there again, though the address then stays the same. */
export function PlaceLink({ at, class: className, children }: PlaceLinkProps): VNode {
  const { openModel } = useActions();
  const go = (event: MouseEvent): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    openModel(at);
  };
  return (
    <a href={fragmentOf('model', at)} class={className} onClick={go}>
      {children}
    </a>
  );
}

/** A formula within a line. Its markup was made from our own definition when the game was built. */
export function Inline({ formula }: { readonly formula: Formula }): VNode {
  return <span class="formula" dangerouslySetInnerHTML={{ __html: formula.mathml }} />;
}

/** A formula on lines of its own. */
export function Equation({ formula, name }: { readonly formula: Formula; readonly name: string }): VNode {
  return (
    <Scrolls label={t('model.equations.equationOf', { name })} class="equation">
      <Inline formula={formula} />
    </Scrolls>
  );
}

interface ScrollsProps {
  /** Read out where the content is larger than its place and can be moved with the arrow keys. */
  readonly label: string;
  readonly class?: string;
  readonly children: ComponentChildren;
}

/** Wide or long content that scrolls inside itself, so that the page does not. */
export function Scrolls({ label, class: className = '', children }: ScrollsProps): VNode {
  const place = useRef<HTMLDivElement>(null);
  const [isLarge, setLarge] = useState(false);
  useLayoutEffect(() => {
    const box = place.current;
    if (!box) return undefined;
    const look = (): void =>
      setLarge(box.scrollWidth > box.clientWidth + 1 || box.scrollHeight > box.clientHeight + 1);
    look();
    const watch = new ResizeObserver(look);
    watch.observe(box);
    return () => watch.disconnect();
  }, []);
  return (
    <div
      ref={place}
      class={`scrolls ${className}`}
      {...(isLarge ? { role: 'group', tabIndex: 0, 'aria-label': label } : {})}
    >
      {children}
    </div>
  );
}
