/** Where the seat of this browser is kept: its room, its token, and what is known of both. */
export const SEAT_KEY = 'stormward.seat';

/** True when an earlier visit left a seat, which may have games to hand in. */
export function hasKeptSeat(storage: () => Pick<Storage, 'getItem'>): boolean {
  try {
    return storage().getItem(SEAT_KEY) !== null;
  } catch {
    // Private windows refuse every look.
    return false;
  }
}
