/** Where the seat of this browser is kept: its room, its token, and what is known of both. */
export const SEAT_KEY = 'stormward.seat';

/** As much of a kept seat as the first page looks at. It is read again, and checked, when the code of the class has come. */
interface SeatGlimpse {
  readonly room?: { readonly seed?: unknown };
}

/** The seat that an earlier visit left, which may have games to hand in; null without one. */
export function glimpseSeat(storage: () => Pick<Storage, 'getItem'>): SeatGlimpse | null {
  try {
    return JSON.parse(storage().getItem(SEAT_KEY) ?? 'null');
  } catch {
    // Private windows refuse every look.
    return null;
  }
}
