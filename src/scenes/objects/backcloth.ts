import { GameObjects, type Renderer, type Scene } from 'phaser';
import type { FieldShader } from './fieldShader.ts';

/** Shared by all quads; the handler reads it and keeps nothing. */
const RENDER_OPTIONS = { multiTexturing: false, lighting: false, smoothPixelArt: false } as never;

const WHITE = 0xffffffff;

/**
 * Stretches what a shader has drawn into its own, coarser texture over its
 * part of the canvas. The ground is soft everywhere, so a quarter of the
 * pixels is enough, and the ground is what costs a weak graphics card most.
 */
export class Backcloth extends GameObjects.GameObject {
  depth = 0;
  blendMode = 0;
  readonly shader: FieldShader;

  constructor(scene: Scene, shader: FieldShader) {
    super(scene, 'Backcloth');
    this.shader = shader;
  }

  renderWebGL(
    renderer: Renderer.WebGL.WebGLRenderer,
    cloth: Backcloth,
    context: Renderer.WebGL.DrawingContext,
  ): void {
    const { shader } = cloth;
    if (shader.glTexture === null) return;
    const width = shader.width / shader.resolution;
    const height = shader.height / shader.resolution;
    const handler = renderer.renderNodes.getNode(
      'BatchHandlerQuad',
    ) as Renderer.WebGL.RenderNodes.BatchHandlerQuad;
    handler.batch(
      context,
      shader.glTexture,
      0,
      0,
      0,
      height,
      width,
      0,
      width,
      height,
      0,
      1,
      1,
      -1,
      0,
      WHITE,
      WHITE,
      WHITE,
      WHITE,
      RENDER_OPTIONS,
    );
  }
}
