import { GameObjects, type Renderer, type Scene } from 'phaser';
import type { Figures } from '../figures.ts';
import type { Moment } from '../moment.ts';
import type { Pen } from './pen.ts';

/** Something that draws itself with the pen. */
export interface Drawable {
  draw(pen: Pen, figures: Figures, moment: Moment): void;
}

/** Where a layer finds the pen and the moment that is being drawn. */
export interface LayerContext {
  readonly pen: Pen;
  readonly figures: Figures;
  readonly atlas: string;
  readonly moment: Moment;
}

/**
 * One step of the display list: several drawables in one blend mode, in one
 * batch. Phaser calls `renderWebGL` without `this`, with the layer as second
 * argument.
 */
export class SpriteLayer extends GameObjects.GameObject {
  depth = 0;
  blendMode: number;
  private readonly shared: LayerContext;
  private readonly drawables: readonly Drawable[];

  constructor(scene: Scene, shared: LayerContext, blendMode: number, drawables: readonly Drawable[]) {
    super(scene, 'SpriteLayer');
    this.shared = shared;
    this.blendMode = blendMode;
    this.drawables = drawables;
  }

  renderWebGL(
    renderer: Renderer.WebGL.WebGLRenderer,
    layer: SpriteLayer,
    context: Renderer.WebGL.DrawingContext,
  ): void {
    const { pen, figures, atlas, moment } = layer.shared;
    const handler = renderer.renderNodes.getNode(
      'BatchHandlerQuad',
    ) as Renderer.WebGL.RenderNodes.BatchHandlerQuad;
    pen.begin(context, handler, layer.scene.textures.get(atlas).source[0] as never);
    for (const drawable of layer.drawables) drawable.draw(pen, figures, moment);
  }
}
