/** Single modules of Phaser's source, for phaserParts.ts. */
declare module '*.js' {
  // biome-ignore lint/suspicious/noExplicitAny: plain JavaScript without declarations; phaserParts.ts only hands it on.
  const part: any;
  export default part;
}
