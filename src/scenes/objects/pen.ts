import type { Renderer, Textures } from 'phaser';
import type { Figure } from '../figures.ts';
import type { Stage } from '../stage.ts';

type DrawingContext = Renderer.WebGL.DrawingContext;
type QuadHandler = Renderer.WebGL.RenderNodes.BatchHandlerQuad;

/** Shared by all quads; the handler reads it and keeps nothing. */
const RENDER_OPTIONS = { multiTexturing: false, lighting: false, smoothPixelArt: false } as never;

/** Where a cell is drawn, for the layers that make it up; owned and changed by who draws it. */
export interface Pose {
  x: number;
  y: number;
  size: number;
  rotation: number;
  alpha: number;
}

/**
 * Stamps figures of the atlas on the canvas, in field units. Quads go straight
 * into Phaser's batch, so some two thousand motes cost one draw call and no
 * object each. It fades what leaves the stage.
 */
export class Pen {
  private context: DrawingContext | null = null;
  private handler: QuadHandler | null = null;
  private texture: Renderer.WebGL.Wrappers.WebGLTextureWrapper | null = null;
  private stage: Stage;
  /** Canvas pixels for a CSS pixel. */
  private density = 1;
  private scale = 1;
  private left = 0;
  private top = 0;
  private fades = true;

  constructor(stage: Stage) {
    this.stage = stage;
  }

  setStage(stage: Stage, density: number): void {
    this.stage = stage;
    this.density = density;
    this.inField();
  }

  /** Coordinates that follow are those of the field, and what leaves the stage fades. */
  inField(): void {
    this.scale = this.stage.scale * this.density;
    this.left = this.stage.left * this.density;
    this.top = this.stage.top * this.density;
    this.fades = true;
  }

  /** Coordinates that follow are CSS pixels of the canvas, and nothing fades. */
  onCanvas(): void {
    this.scale = this.density;
    this.left = 0;
    this.top = 0;
    this.fades = false;
  }

  begin(context: DrawingContext, handler: QuadHandler, source: Textures.TextureSource): void {
    this.context = context;
    this.handler = handler;
    this.texture = source.glTexture as unknown as Renderer.WebGL.Wrappers.WebGLTextureWrapper;
    this.inField();
  }

  /**
   * Stamps a figure.
   *
   * @param x,y its origin
   * @param scaleX,scaleY 1 is the size that it was drawn at
   * @param rotation radians, clockwise
   * @param alpha 0 to 1; nothing is drawn below 1/255
   * @param tint 0xRRGGBB multiplied with the figure's own colours
   * @param flatten height after the rotation; below 1 it lies down, as a disc seen from the side
   */
  stamp(
    figure: Figure,
    x: number,
    y: number,
    scaleX: number,
    scaleY: number,
    rotation: number,
    alpha: number,
    tint: number,
    flatten = 1,
  ): void {
    const seen = this.fades ? alpha * this.visibility(x, y) : alpha;
    if (seen < 0.004) return;
    const cos = Math.cos(rotation) * this.scale;
    const sin = Math.sin(rotation) * this.scale;
    const cosY = cos * flatten;
    const sinY = sin * flatten;
    const x0 = this.left + x * this.scale;
    const y0 = this.top + y * this.scale;
    const left = figure.left * scaleX;
    const right = (figure.left + figure.width) * scaleX;
    const top = figure.top * scaleY;
    const bottom = (figure.top + figure.height) * scaleY;
    const ink = ((Math.min(255, seen * 255) << 24) | tint) >>> 0;
    (this.handler as QuadHandler).batch(
      this.context as DrawingContext,
      this.texture as Renderer.WebGL.Wrappers.WebGLTextureWrapper,
      x0 + left * cos - top * sin,
      y0 + left * sinY + top * cosY,
      x0 + left * cos - bottom * sin,
      y0 + left * sinY + bottom * cosY,
      x0 + right * cos - top * sin,
      y0 + right * sinY + top * cosY,
      x0 + right * cos - bottom * sin,
      y0 + right * sinY + bottom * cosY,
      figure.u,
      figure.v,
      figure.uWidth,
      figure.vHeight,
      0,
      ink,
      ink,
      ink,
      ink,
      RENDER_OPTIONS,
    );
  }

  /** Stamps a figure upright in its own size. */
  dot(figure: Figure, x: number, y: number, scale: number, alpha: number, tint: number): void {
    this.stamp(figure, x, y, scale, scale, 0, alpha, tint);
  }

  /** Stamps one layer of a cell. */
  lay(figure: Figure, pose: Pose, alpha: number, tint = 0xffffff): void {
    this.stamp(figure, pose.x, pose.y, pose.size, pose.size, pose.rotation, alpha * pose.alpha, tint);
  }

  private visibility(x: number, y: number): number {
    const { fadeRight, fadeBottom } = this.stage;
    const right = x <= fadeRight[0] ? 1 : Math.max(0, 1 - (x - fadeRight[0]) / (fadeRight[1] - fadeRight[0]));
    if (y <= fadeBottom[0]) return right;
    return right * Math.max(0, 1 - (y - fadeBottom[0]) / (fadeBottom[1] - fadeBottom[0]));
  }
}
