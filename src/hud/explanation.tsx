import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { ModelLink } from './modelLink.tsx';
import { Words } from './words.tsx';

interface ExplanationProps {
  readonly name: string;
  /** Id of the quantity of the model that is shown. */
  readonly at: string;
  readonly children: ComponentChildren;
}

/** What a number of the bedside is, beside it, with the way to its equation. Takes the focus, so that it is read at once. */
export function Explanation({ name, at, children }: ExplanationProps) {
  const place = useRef<HTMLElement>(null);
  useLayoutEffect(() => place.current?.focus({ preventScroll: true }), []);
  return (
    <section class="explanation popup" aria-label={name} tabIndex={-1} ref={place}>
      <h3>
        <Words>{name}</Words>
      </h3>
      {children}
      <ModelLink at={at} name={name} />
    </section>
  );
}
