import './copyByHand.css';
import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

export type Copying = 'not yet' | 'done' | 'by hand';

/** Copies text; where the browser does not let the page, {@link CopyByHand} is to show it. */
export function useCopy(): {
  readonly copying: Copying;
  readonly copy: (text: string) => Promise<void>;
} {
  const [copying, setCopying] = useState<Copying>('not yet');
  const copy = async (text: string): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setCopying('done');
    } catch {
      // No permission, or a page without https.
      setCopying('by hand');
    }
  };
  return { copying, copy };
}

interface CopyByHandProps {
  readonly label: string;
  readonly text: string;
}

/** Text in a field, selected as it appears, to be copied by hand. */
export function CopyByHand({ label, text }: CopyByHandProps): VNode {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), [text]);
  return (
    <label class="copy-by-hand">
      {label}
      <input
        ref={field}
        type="text"
        readOnly
        value={text}
        class="number"
        onFocus={(event) => event.currentTarget.select()}
      />
    </label>
  );
}
