/** What a room and its messages may hold at most. */
export const CLASS_LIMITS = {
  /** Seats of one room. */
  seats: 120,
  /** Different logs that one seat may hand in. */
  logsPerSeat: 40,
  /** Characters of a game that has not ended, kept so that a second device can take it up. */
  heldCharacters: 65_536,
  /** Days that a room may stand at most, and that its data stay after its end. */
  roomDays: 120,
  keepDays: 90,
  /** Days that a live room waits for its start: one that is made ready on a Friday is there on Monday. */
  lobbyDays: 7,
  /** How slow a seat's clock may be set; 1 is the pace of everybody else. */
  slowestPace: 0.25,
  /** Characters of a message over the socket, and of a request that is not a log. */
  messageCharacters: 4_096,
  requestCharacters: 16_384,
} as const;

/**
 * Letters and digits of a room's code: no vowels (no words), nothing that is read for something else.
 * 27 signs at six places: 387 million codes.
 */
export const CODE_ALPHABET = '23456789BCDFGHJKLMNPQRTVWXZ';
export const CODE_LENGTH = 6;
