import type { Level, Snapshot } from '../engine/types.ts';
import type { StageLayout } from './stage.ts';

/** What the scene needs to know of the game at this frame. */
export interface SceneView {
  /** The last two snapshots and how far the clock stands between them, 0 to 1. */
  readonly before: Snapshot;
  readonly now: Snapshot;
  readonly fraction: number;
  readonly level: Level;
  /** False in pause and after the end: then nothing in the picture moves. */
  readonly running: boolean;
  readonly reducedMotion: boolean;
  readonly layout: StageLayout;
}

/** The game as the scene sees it. */
export interface SceneSource {
  /** The present view, or null when no game is on. Called once a frame. */
  getView(): SceneView | null;
  /** Moves the game's clock by real milliseconds. Called once a frame, before `getView`. */
  advance(milliseconds: number): void;
}

/** Milliseconds of JavaScript for a frame, averaged over the last frames. */
export interface FrameCost {
  /** Reading the state and placing everything. */
  readonly update: number;
  /** Filling the buffers and giving them to the graphics card. */
  readonly render: number;
  readonly frames: number;
}

/** The mounted picture. */
export interface SceneHandle {
  /** Fits the canvas to its parent; also done by itself when the parent changes size. */
  resize(): void;
  destroy(): void;
  frameCost(): FrameCost;
}

/** The scene, or the reason why there is none. */
export type SceneMount =
  | { readonly ok: true; readonly handle: SceneHandle }
  | { readonly ok: false; readonly reason: 'webgl' | 'textures' };
