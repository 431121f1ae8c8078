import { GameObjects, type Scene } from 'phaser';
import { fluidY } from '../anatomy.ts';
import { rippleHeight } from '../groundShader.ts';
import type { Moment } from '../moment.ts';
import type { Stage } from '../stage.ts';

type SetUniform = (name: string, value: unknown) => void;

/** A shader over the whole canvas that knows the field and the moment. */
export class FieldShader extends GameObjects.Shader {
  /** Pixels drawn for a pixel of the canvas along each side; below 1 it draws into a texture for a {@link Backcloth}. */
  readonly resolution: number;
  private readonly extent: { width: number; height: number };

  /**
   * @param fragmentSource GLSL of the picture; it may use any of the uniforms set below
   * @param noise key of the noise texture
   */
  constructor(
    scene: Scene,
    name: string,
    fragmentSource: string,
    noise: string,
    moment: Moment,
    resolution: number,
  ) {
    const extent = { width: 0, height: 0 };
    const fades = new Float32Array(4);
    const size = new Float32Array(2);
    const origin = new Float32Array(2);
    const setupUniforms = (set: SetUniform): void => {
      const { picture, stage, time } = moment;
      size[0] = extent.width;
      size[1] = extent.height;
      origin[0] = stage.left;
      origin[1] = stage.top;
      fades.set(stage.fadeRight, 0);
      fades.set(stage.fadeBottom, 2);
      set('uSize', size);
      set('uOrigin', origin);
      set('uFade', fades);
      set('uScale', stage.scale);
      set('uTime', time);
      set('uTurn', moment.turn);
      set('uFlowed', moment.flowed);
      set('uStorm', picture.storm);
      set('uSaturation', picture.saturation);
      set('uLeak', picture.leak);
      set('uLevel', fluidY(picture.fluid));
      set('uRipple', rippleHeight(picture.storm));
      set('uNoise', 0);
    };
    super(scene, { name, fragmentSource, setupUniforms } as never, 0, 0, 16, 16, [noise]);
    this.setOrigin(0, 0);
    this.extent = extent;
    this.resolution = resolution;
    if (resolution < 1) this.setRenderToTexture();
  }

  /** Covers the part of the canvas where the picture has not faded out; beyond it the canvas's own colour is the same. */
  fit(stage: Stage, density: number): void {
    this.extent.width = Math.min(stage.width, stage.left + stage.fadeRight[1] * stage.scale);
    this.extent.height = Math.min(stage.height, stage.top + stage.fadeBottom[1] * stage.scale);
    const pixels = density * this.resolution;
    this.setSize(Math.ceil(this.extent.width * pixels), Math.ceil(this.extent.height * pixels));
  }
}
