/** Drives the game when no scene does: where WebGL is missing, or before the scene has arrived. */

/** The two browser calls that a loop needs; handed in so that tests can turn the frames by hand. */
export interface Frames {
  request(callback: (now: number) => void): number;
  cancel(handle: number): void;
}

/**
 * Calls `advance` once a frame with the real milliseconds since the frame
 * before. Returns the function that ends the loop.
 */
export function startFrameLoop(frames: Frames, advance: (milliseconds: number) => void): () => void {
  let last: number | null = null;
  let handle = frames.request(function turn(now) {
    // Ask first: an error in one frame must not end the loop.
    handle = frames.request(turn);
    const passed = last === null ? 0 : now - last;
    last = now;
    advance(passed);
  });
  return () => frames.cancel(handle);
}
