/** What one tab tells the others: that it has the game, asks who has it, takes it, or has it no more. */
export interface TabMessage {
  readonly type: 'mine' | 'who' | 'take' | 'free';
  readonly seat: string;
}

/** The way between the tabs of a browser; without one each tab is for itself. */
export interface TabLine {
  say(message: TabMessage): void;
  hear(listener: (message: TabMessage) => void): void;
}
