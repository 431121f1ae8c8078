/**
 * The parts of Phaser that the scene uses, and nothing else: the build puts
 * this module in the place of `phaser` (vite.config.ts), which leaves out
 * sound, physics, tweens, loaders and the canvas renderer. Types come from
 * Phaser's own declarations. The renderer comes first: Phaser's modules are
 * circular, and entered elsewhere they find it half loaded.
 */
import '../../node_modules/phaser/src/renderer/index.js';
import BlendModes from '../../node_modules/phaser/src/renderer/BlendModes.js';
import '../../node_modules/phaser/src/cameras/2d/index.js';
import Core from '../../node_modules/phaser/src/core/index.js';
import '../../node_modules/phaser/src/events/index.js';
import Game from '../../node_modules/phaser/src/core/Game.js';
import '../../node_modules/phaser/src/gameobjects/DisplayList.js';
import '../../node_modules/phaser/src/gameobjects/GameObjectCreator.js';
import '../../node_modules/phaser/src/gameobjects/GameObjectFactory.js';
import '../../node_modules/phaser/src/gameobjects/UpdateList.js';
import GameObject from '../../node_modules/phaser/src/gameobjects/GameObject.js';
import Shader from '../../node_modules/phaser/src/gameobjects/shader/Shader.js';
import Scale from '../../node_modules/phaser/src/scale/const/SCALE_MODE_CONST.js';
import Scene from '../../node_modules/phaser/src/scene/Scene.js';
import '../../node_modules/phaser/src/scene/ScenePlugin.js';
import constants from '../../node_modules/phaser/src/const.js';

export const { WEBGL } = constants;
export const GameObjects = { GameObject, Shader };
export { BlendModes, Core, Game, Scale, Scene };
