import type { VNode } from 'preact';
import qrcode from 'qrcode-generator';

/** Light modules around the code; the standard asks for four. */
export const QUIET_ZONE = 4;

export interface QrDrawing {
  /** Edge of the whole picture in modules, with the quiet zone. */
  readonly size: number;
  /** Outline of every dark module, one run of a row at a time. */
  readonly path: string;
}

/** The drawing of an address as a QR code that still reads with 15 % of it covered. */
export function qrDrawing(address: string): QrDrawing {
  const code = qrcode(0, 'M');
  code.addData(address);
  code.make();
  const count = code.getModuleCount();
  const runs: string[] = [];
  for (let row = 0; row < count; row++) {
    for (let column = 0; column < count; column++) {
      const start = column;
      while (column < count && code.isDark(row, column)) column++;
      const length = column - start;
      if (length > 0) runs.push(`M${start + QUIET_ZONE} ${row + QUIET_ZONE}h${length}v1h-${length}z`);
    }
  }
  return { size: count + 2 * QUIET_ZONE, path: runs.join('') };
}

interface QrCodeProps {
  readonly address: string;
  /** What it is, with the address, for who does not see it. */
  readonly label: string;
}

/** An address as a QR code, dark on light in every theme: many readers take no other. */
export function QrCode({ address, label }: QrCodeProps): VNode {
  const { size, path } = qrDrawing(address);
  return (
    <svg
      class="qr-code"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shape-rendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#050816" />
    </svg>
  );
}
