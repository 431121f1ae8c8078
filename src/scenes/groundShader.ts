import { EYE, SACS, septa, VESSEL_HALF_WIDTH } from './anatomy.ts';

/** A number as GLSL wants it. */
const f = (value: number): string => (Number.isInteger(value) ? `${value}.0` : value.toFixed(3));

const HEAD = `
#ifdef GL_FRAGMENT_PRECISION_HIGH
precision highp float;
#else
precision mediump float;
#endif
varying vec2 outTexCoord;
uniform vec2 uSize;
uniform vec2 uOrigin;
uniform float uScale;
uniform float uTime;
uniform float uStorm;
uniform sampler2D uNoise;
vec2 fieldPoint() { return (vec2(outTexCoord.x, 1.0 - outTexCoord.y) * uSize - uOrigin) / uScale; }
float noise(vec2 p) { return texture2D(uNoise, p).r; }
float fine(vec2 p) { return texture2D(uNoise, p).g; }
`;

/** Depth inside the sacs; the mirror of sacDepth in anatomy.ts. */
const SAC_DEPTH = `
float sacDepth(vec2 p) {
  float d = -1000.0;
${SACS.map((sac) => `  d = max(d, ${f(sac.r)} - distance(p, vec2(${f(sac.x)}, ${f(sac.y)})));`).join('\n')}
  return d;
}
`;

/**
 * The ground of the picture in one pass: night, weather, the air in the sacs
 * with the walls between them, and the plasma in the capillary.
 */
export const GROUND_FRAGMENT = `${HEAD}${SAC_DEPTH}
uniform float uTurn;
uniform float uFlowed;
uniform float uSaturation;
uniform float uLeak;
uniform vec4 uFade;

/** The lobe that a sac makes inside the others: only a shade. */
float lobe(vec2 p, vec2 centre, float radius, float depth) {
  float off = radius - distance(p, centre);
  return exp(-abs(off) / (off > 0.0 ? 11.0 : 2.5)) * smoothstep(2.0, 12.0, depth) * exp(-max(depth - 10.0, 0.0) / 20.0);
}

/** A wall that stands into the air where two sacs meet; it thins out towards its free end. */
float septum(vec2 p, vec2 foot, vec2 way) {
  float along = clamp(dot(p - foot, way) / 74.0, 0.0, 1.0);
  float off = distance(p, foot + way * along * 74.0);
  return (exp(-off * off / 9.0) + 0.30 * exp(-off / 9.0)) * (1.0 - along) * (1.0 - along);
}

vec3 weather(vec2 p, vec3 ground) {
  vec2 q = (p - vec2(${f(EYE.x)}, ${f(EYE.y)})) * vec2(1.0, 1.5);
  float r = length(q) + 1.0;
  float turn = atan(q.y, q.x) / 6.2831853;
  float spiral = turn + 0.30 * log(r) - uTurn * 0.021;
  float broad = noise(vec2(spiral * 2.0, log(r) * 0.42));
  float strand = fine(vec2(spiral * 3.0, log(r) * 1.9 + 0.37));
  float arms = 0.5 + 0.5 * sin(6.2831853 * spiral * 2.0);
  float band = smoothstep(0.42, 0.86, 0.45 * broad + 0.55 * arms) * (0.30 + 0.90 * strand);
  float window = smoothstep(40.0, 120.0, r) * (1.0 - smoothstep(230.0, 560.0, r));
  float here = smoothstep(0.3, 0.9, uStorm);
  vec3 glow = mix(vec3(0.52, 0.22, 0.06), vec3(0.96, 0.60, 0.12), strand * band);
  vec3 bruise = vec3(0.110, 0.070, 0.215);
  ground = mix(ground, bruise * (0.30 + 0.75 * broad), 0.78 * smoothstep(0.15, 0.9, uStorm));
  ground += glow * band * window * here * 0.62;
  return ground + vec3(0.62, 0.30, 0.05) * exp(-r * r / 16000.0) * here * 0.62;
}

vec3 air(vec2 p, vec3 ground, float d) {
  float inside = smoothstep(-0.8, 0.8, d);
  vec3 light = mix(vec3(0.080, 0.140, 0.330), vec3(0.150, 0.240, 0.520), exp(-dot(p - vec2(352.0, 60.0), p - vec2(352.0, 60.0)) / 42000.0));
  vec3 deep = mix(light * 0.62, light, smoothstep(0.0, 60.0, d));
  vec2 off = p - vec2(${f(EYE.x)}, ${f(EYE.y)});
  float glow = smoothstep(0.3, 0.9, uStorm) * exp(-dot(off, off * vec2(1.0, 1.5)) / 16000.0);
  vec3 colour = mix(ground, mix(deep, ground + 0.06 * light, min(1.0, 0.22 + 0.25 * uStorm + 0.6 * glow)), inside * 0.92);
  colour += vec3(0.30, 0.44, 0.78) * (0.34 * exp(-max(d, 0.0) / 9.0) + 0.12 * exp(-max(d, 0.0) / 34.0)) * inside;
  colour += vec3(0.20, 0.32, 0.66) * 0.20 * exp(min(d, 0.0) / 16.0) * (1.0 - inside);
  float shade = 0.0;
${SACS.slice(0, 5)
  .map((sac) => `  shade = max(shade, lobe(p, vec2(${f(sac.x)}, ${f(sac.y)}), ${f(sac.r)}, d));`)
  .join('\n')}
  float walls = 0.0;
${septa()
  .map(
    (wall) =>
      `  walls += septum(p, vec2(${f(wall.x)}, ${f(wall.y)}), vec2(${f(Math.sin(wall.angle))}, ${f(-Math.cos(wall.angle))}));`,
  )
  .join('\n')}
  return colour + (vec3(0.30, 0.44, 0.82) * shade * 0.13 + vec3(0.44, 0.60, 0.96) * walls * 0.75) * inside;
}

vec3 vessel(vec2 p, vec3 ground) {
  float middle = 452.0 - 26.0 * sin((p.x + 40.0) / 255.0) - 0.012 * (p.x - 420.0);
  float across = (p.y - middle) / ${f(VESSEL_HALF_WIDTH)};
  float inside = 1.0 - smoothstep(0.93, 1.03, abs(across));
  float round = sqrt(max(0.0, 1.0 - across * across));
  float bright = smoothstep(0.68, 0.98, uSaturation);
  vec3 plasma = mix(vec3(0.135, 0.095, 0.220), vec3(0.265, 0.095, 0.200), bright);
  float along = p.x - uFlowed * (0.45 + 0.55 * round);
  float streak = fine(vec2(along * 0.0011, across * 0.62 + 0.2));
  float thread = fine(vec2(along * 0.0007 + 0.5, across * 1.7));
  vec3 colour = plasma * (0.50 + 0.62 * round) + plasma * (0.85 * smoothstep(0.50, 0.85, streak) * round + 0.40 * smoothstep(0.60, 0.76, thread));
  colour += vec3(0.42, 0.16, 0.28) * 0.22 * exp(-max(1.0 - abs(across), 0.0) * 9.0);
  ground += mix(vec3(0.16, 0.10, 0.28), vec3(0.42, 0.14, 0.16), uLeak) * exp(-max(abs(across) - 1.0, 0.0) * 2.3) * (0.12 + 0.30 * uLeak);
  return mix(ground, colour, inside * 0.94);
}

void main() {
  vec2 p = fieldPoint();
  float cloud = noise(p * 0.00115 + vec2(uTime * 0.0012, 0.0));
  float mist = noise(p * 0.0031 - vec2(uTime * 0.0018, uTime * 0.0006));
  float light = exp(-dot(p - vec2(372.0, 210.0), (p - vec2(372.0, 210.0)) * vec2(1.0, 1.25)) / 120000.0);
  vec3 colour = mix(vec3(0.0196, 0.0314, 0.086), vec3(0.052, 0.090, 0.235), light * (0.55 + 0.75 * cloud));
  colour += vec3(0.020, 0.040, 0.100) * smoothstep(0.42, 0.85, mist) * light;
  colour = weather(p, colour);
  colour = air(p, colour, sacDepth(p));
  colour = vessel(p, colour);
  float gone = max(smoothstep(uFade.x, uFade.y, p.x), smoothstep(uFade.z, uFade.w, p.y));
  gl_FragColor = vec4(colour, 1.0) * (1.0 - gone);
}
`;

/** The fluid that fills every sac to one level, with its lit surface; over what swims in it. */
export const FLUID_FRAGMENT = `${HEAD}${SAC_DEPTH}
uniform float uLevel;
uniform float uRipple;
uniform vec4 uFade;

void main() {
  vec2 p = fieldPoint();
  float d = sacDepth(p);
  float inside = smoothstep(-0.6, 1.4, d);
  float wave = sin(p.x / 27.0 + uTime * 1.3) + 0.6 * sin(p.x / 13.0 - uTime * 1.9) + 0.4 * sin(p.x / 61.0 + uTime * 0.7);
  float surface = uLevel + uRipple * 0.62 * wave - 7.0 * exp(-max(d, 0.0) / 6.0);
  float under = p.y - surface;
  float wet = inside * smoothstep(-0.7, 0.7, under);
  float deep = clamp(under / 150.0, 0.0, 1.0);
  vec3 water = mix(vec3(0.560, 0.700, 0.930), vec3(0.215, 0.330, 0.640), smoothstep(0.0, 0.45, deep));
  water = mix(water, vec3(0.130, 0.180, 0.420), smoothstep(0.35, 1.0, deep));
  vec2 off = p - vec2(${f(EYE.x)}, ${f(EYE.y)});
  water = mix(water, vec3(0.56, 0.26, 0.05), 0.92 * smoothstep(0.35, 0.9, uStorm) * exp(-dot(off, off * vec2(1.0, 1.7)) / 8000.0));
  float net = fine(p * 0.0052 + vec2(uTime * 0.010, -uTime * 0.006)) + fine(p * 0.0049 - vec2(uTime * 0.008, uTime * 0.007) + 0.4);
  float caustic = smoothstep(0.035, 0.0, abs(net - 1.02)) * exp(-max(under, 0.0) / 70.0);
  float opacity = mix(0.60, 0.50, smoothstep(0.0, 0.3, deep));
  float line = exp(-under * under / 1.6) + 0.42 * exp(-max(under, 0.0) / 5.0) * step(0.0, under);
  vec3 colour = water * opacity * wet + vec3(0.80, 0.90, 1.0) * caustic * 0.14 * wet;
  colour += vec3(0.89, 0.95, 1.0) * line * 0.62 * inside;
  float alpha = opacity * wet + line * 0.5 * inside;
  float gone = 1.0 - max(smoothstep(uFade.x, uFade.y, p.x), smoothstep(uFade.z, uFade.w, p.y));
  gl_FragColor = vec4(colour, min(alpha, 1.0)) * gone;
}
`;

/** Ripple height of the fluid's surface in field units, by storm; the mirror of the shader's uRipple. */
export function rippleHeight(storm: number): number {
  return 1.4 + 2.6 * storm;
}

/** Height of the rippled surface over a point, for what floats on it. */
export function surfaceY(level: number, ripple: number, x: number, time: number): number {
  return (
    level +
    ripple *
      0.62 *
      (Math.sin(x / 27 + time * 1.3) +
        0.6 * Math.sin(x / 13 - time * 1.9) +
        0.4 * Math.sin(x / 61 + time * 0.7))
  );
}
