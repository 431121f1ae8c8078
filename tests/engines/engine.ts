/** What the tests ask of a browser engine, whatever drives it. */
export interface OpenEngine {
  /** Name and version as the browser gives them. */
  readonly version: string;
  goTo(address: string): Promise<void>;
  /** Value of a JavaScript expression in the page; plain JSON. */
  evaluate(expression: string): Promise<unknown>;
  /** Writes a PNG of the page. */
  picture(path: string): Promise<void>;
  close(): Promise<void>;
}

/** CSS pixels of the page, the smallest desk of the design. */
export const VIEWPORT = { width: 1280, height: 720 } as const;

export interface Engine {
  readonly name: string;
  /** Debian packages that bring it. */
  readonly packages: readonly string[];
  /** Why it cannot be opened on this machine, in a few words; null when it can. */
  missing(): Promise<string | null>;
  open(): Promise<OpenEngine>;
}

/** Milliseconds between two looks at a page. */
const LOOK_EVERY = 200;

/** Asks a page again and again. Resolves to the first answer that is neither null, false nor ''. Throws after `patience` ms. */
export async function waitFor(
  engine: OpenEngine,
  expression: string,
  what: string,
  patience = 100_000,
): Promise<unknown> {
  const until = performance.now() + patience;
  while (performance.now() < until) {
    const answer = await engine.evaluate(expression);
    if (answer !== null && answer !== undefined && answer !== false && answer !== '') return answer;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
  }
  throw new Error(`waited ${patience / 1000} s for ${what}`);
}
