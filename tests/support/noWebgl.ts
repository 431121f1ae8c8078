/** Run in a page before its own scripts: a browser without WebGL. The game is then played on the DOM alone. */
export const NO_WEBGL = `
  for (const Canvas of [HTMLCanvasElement, OffscreenCanvas]) {
    const { getContext } = Canvas.prototype;
    Canvas.prototype.getContext = function (kind, ...given) {
      return /webgl/.test(kind) ? null : getContext.call(this, kind, ...given);
    };
  }`;
