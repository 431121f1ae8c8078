/** The package's own entry does not load under Node's ES modules; its .mjs file does, but brings no types. */
declare module 'maxrects-packer/dist/maxrects-packer.mjs' {
  export * from 'maxrects-packer';
}
