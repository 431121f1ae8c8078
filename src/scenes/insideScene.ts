import { BlendModes, Scene } from 'phaser';
import type { LoadedAtlas } from './atlas.ts';
import { type Figures, readFigures } from './figures.ts';
import { FLUID_FRAGMENT, GROUND_FRAGMENT } from './groundShader.ts';
import { type Moment, moveOn } from './moment.ts';
import { NOISE_SIZE, paintNoise } from './noiseTexture.ts';
import { AlveolarWall } from './objects/alveolarWall.ts';
import { Backcloth } from './objects/backcloth.ts';
import { Backdrop } from './objects/backdrop.ts';
import { Bacteria } from './objects/bacteria.ts';
import { BloodStream } from './objects/bloodStream.ts';
import { Capillary } from './objects/capillary.ts';
import { Drugs } from './objects/drugs.ts';
import { FieldShader } from './objects/fieldShader.ts';
import { Foreground } from './objects/foreground.ts';
import { GasRings } from './objects/gasRings.ts';
import { Glows } from './objects/glows.ts';
import { Leukocytes } from './objects/leukocytes.ts';
import { Macrophages } from './objects/macrophages.ts';
import { MoteField } from './objects/moteField.ts';
import { OrganWindows } from './objects/organWindows.ts';
import { Pen } from './objects/pen.ts';
import { type Drawable, SpriteLayer } from './objects/spriteLayer.ts';
import { TCells } from './objects/tCells.ts';
import { CarTCells, Tumour } from './objects/tumour.ts';
import { Virions } from './objects/virions.ts';
import { Weather } from './objects/weather.ts';
import { mixPictures, type Picture, pictureOf } from './picture.ts';
import type { SceneSource, SceneView } from './source.ts';
import { stageOf } from './stage.ts';

const ATLAS = 'figures';
const NOISE = 'noise';

/** Pictures of the two snapshots between which the scene draws; made anew only when a snapshot is new. */
interface KnownPictures {
  before: SceneView['before'] | null;
  now: SceneView['now'] | null;
  beforePicture: Picture;
  nowPicture: Picture;
}

/** The inside view: draws the game's last two snapshots, one continuous picture. */
export class InsideScene extends Scene {
  private readonly source: SceneSource;
  private readonly atlas: LoadedAtlas;
  private readonly firstView: SceneView;
  private readonly onUpdated: (milliseconds: number) => void;
  /** Takes each step of the building when there is time; without it all are taken at once. */
  private readonly pace: ((step: () => void) => void) | undefined;
  private moment!: Moment;
  private pen!: Pen;
  private known!: KnownPictures;
  private mixed!: Picture;
  private shaders: FieldShader[] = [];
  private density = 1;
  private ready = false;
  private layout: SceneView['layout'];
  private view: SceneView | null = null;
  /** The view that the picture on the canvas shows. */
  private drawn: SceneView | null = null;
  /** True when the canvas must be drawn anew whatever the view. */
  private stale = true;
  private clockCost = 0;
  /** Settles when everything stands, or when it cannot. */
  readonly created: Promise<void>;
  private settle!: { readonly done: () => void; readonly failed: (error: unknown) => void };

  constructor(
    source: SceneSource,
    atlas: LoadedAtlas,
    firstView: SceneView,
    onUpdated: (milliseconds: number) => void,
    pace?: (step: () => void) => void,
  ) {
    super({ key: 'inside' });
    this.source = source;
    this.atlas = atlas;
    this.firstView = firstView;
    this.onUpdated = onUpdated;
    this.pace = pace;
    this.layout = firstView.layout;
    this.created = new Promise((done, failed) => {
      this.settle = { done, failed };
    });
  }

  create(): void {
    this.take(this.build());
  }

  private take(steps: Generator): void {
    try {
      while (!steps.next().done) {
        if (!this.pace) continue;
        this.pace(() => this.take(steps));
        return;
      }
      this.ready = true;
      this.settle.done();
    } catch (error) {
      this.settle.failed(error);
    }
  }

  private *build(): Generator {
    const texture = this.textures.addAtlasJSONHash(ATLAS, this.atlas.image, this.atlas.frames as object);
    const noise = this.textures.createCanvas(NOISE, NOISE_SIZE, NOISE_SIZE);
    if (texture === null || noise === null) throw new Error('The textures of the scene were already there.');
    paintNoise(noise.getContext());
    noise.refresh();
    yield;
    const view = this.firstView;
    const stage = stageOf(this.scale.width, this.scale.height, this.layout);
    const picture = pictureOf(view.now, view.level);
    this.mixed = { ...picture };
    this.known = { before: view.now, now: view.now, beforePicture: picture, nowPicture: picture };
    this.moment = {
      picture: this.mixed,
      stage,
      time: 40,
      turn: 0,
      flowed: 0,
      beats: 0,
      reducedMotion: view.reducedMotion,
    };
    this.pen = new Pen(stage);
    yield* this.buildLayers(readFigures(texture, this.atlas.scale));
  }

  private *buildLayers(figures: Figures): Generator {
    const shared = { pen: this.pen, figures, atlas: ATLAS, moment: this.moment };
    const layer = (blendMode: number, drawables: readonly Drawable[]): void => {
      this.children.add(new SpriteLayer(this, shared, blendMode, drawables));
    };
    const shade = (name: string, fragment: string, resolution: number): void => {
      const shader = new FieldShader(this, name, fragment, NOISE, this.moment, resolution);
      this.shaders.push(shader);
      this.children.add(shader);
      if (resolution < 1) this.children.add(new Backcloth(this, shader));
    };
    const { outlines } = this.atlas;
    shade('Ground', GROUND_FRAGMENT, 0.5);
    yield;
    layer(BlendModes.NORMAL, [new Backdrop()]);
    // Behind the blood, which would else pale under its light.
    layer(BlendModes.SCREEN, [new Weather()]);
    layer(BlendModes.NORMAL, [
      new BloodStream(),
      new Bacteria(true),
      new CarTCells(true),
      new Leukocytes('rolling'),
      new GasRings(),
      new Capillary(),
    ]);
    yield;
    layer(BlendModes.SCREEN, [new Glows()]);
    layer(BlendModes.NORMAL, [
      new Macrophages(true, figures, outlines),
      new Virions(),
      new Bacteria(false),
      new Leukocytes('drowning'),
    ]);
    yield;
    shade('Fluid', FLUID_FRAGMENT, 1);
    yield;
    layer(BlendModes.NORMAL, [
      new AlveolarWall(),
      new Tumour(),
      new Macrophages(false, figures, outlines),
      new TCells(),
      new CarTCells(false),
      new Leukocytes('crossing'),
      new Drugs(),
      // Not as light: where many overlap, screened amber would end as white.
      new MoteField(),
    ]);
    yield;
    layer(BlendModes.SCREEN, [new Foreground()]);
    layer(BlendModes.NORMAL, [new OrganWindows()]);
  }

  /** Fits the picture to a canvas of this many CSS pixels, each `density` device pixels wide. */
  fit(width: number, height: number, density: number): void {
    this.density = density;
    this.stale = true;
    if (!this.ready) return;
    this.moment.stage = stageOf(width, height, this.layout);
    this.pen.setStage(this.moment.stage, density);
    for (const shader of this.shaders) shader.fit(this.moment.stage, density);
  }

  /** The next frame is drawn even if nothing has changed. */
  wake(): void {
    this.stale = true;
  }

  /**
   * Moves the clock and looks at the game. Call it once before each frame.
   *
   * @returns false when the frame would be the one that stands already: in pause, with nothing new
   */
  needsFrame(delta: number): boolean {
    if (!this.ready) return true;
    const began = performance.now();
    this.source.advance(delta);
    this.view = this.source.getView();
    this.clockCost = performance.now() - began;
    return this.stale || (this.view !== null && !showsTheSame(this.drawn, this.view));
  }

  override update(_time: number, delta: number): void {
    if (!this.ready || this.view === null) return;
    const began = performance.now();
    this.stale = false;
    this.drawn = this.view;
    this.look(this.view, delta / 1000);
    this.onUpdated(this.clockCost + performance.now() - began);
  }

  private look(view: SceneView, seconds: number): void {
    if (view.layout !== this.layout) {
      this.layout = view.layout;
      const { stage } = this.moment;
      this.fit(stage.width, stage.height, this.density);
    }
    this.readPictures(view);
    mixPictures(this.known.beforePicture, this.known.nowPicture, view.fraction, this.mixed);
    this.moment.reducedMotion = view.reducedMotion;
    if (view.running) moveOn(this.moment, seconds);
  }

  /** Most frames see the snapshots of the frame before, or one new one: then nothing or one is derived. */
  private readPictures({ before, now, level }: SceneView): void {
    const { known } = this;
    if (now === known.now && before === known.before) return;
    known.beforePicture = before === known.now ? known.nowPicture : pictureOf(before, level);
    known.nowPicture = before === now ? known.beforePicture : pictureOf(now, level);
    known.before = before;
    known.now = now;
  }
}

/** Whether two views give one and the same picture; a running game never does. */
function showsTheSame(drawn: SceneView | null, view: SceneView): boolean {
  return (
    drawn !== null &&
    !drawn.running &&
    !view.running &&
    drawn.before === view.before &&
    drawn.now === view.now &&
    drawn.fraction === view.fraction &&
    drawn.level === view.level &&
    drawn.layout === view.layout &&
    drawn.reducedMotion === view.reducedMotion
  );
}
