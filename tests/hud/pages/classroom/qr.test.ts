import qrcode from 'qrcode-generator';
import { describe, expect, it } from 'vitest';
import { QUIET_ZONE, qrDrawing } from '../../../../src/hud/pages/classroom/qr.tsx';
import { readQr } from '../../../support/readQr.ts';

const ADDRESS = 'http://192.168.178.101:8080/KQ7ZDW';
/** As students are shown them: a laptop in a school's network, the shortest one, a server with a name. */
const ADDRESSES = [ADDRESS, 'http://10.0.0.7/BCDFGH', 'https://class.example.org/game/23XZWV'];

/** The dark squares that a path of runs paints, as `row column`. */
function painted(path: string): Set<string> {
  const squares = new Set<string>();
  for (const [, x, y, length, back] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-(\d+)z/g)) {
    expect(back).toBe(length);
    for (let step = 0; step < Number(length); step++) squares.add(`${y} ${Number(x) + step}`);
  }
  return squares;
}

describe('the QR code', () => {
  it('paints each dark module of the code and no other', () => {
    const { size, path } = qrDrawing(ADDRESS);
    const code = qrcode(0, 'M');
    code.addData(ADDRESS);
    code.make();
    const count = code.getModuleCount();
    expect(size).toBe(count + 2 * QUIET_ZONE);
    const squares = painted(path);
    for (let row = 0; row < size; row++) {
      for (let column = 0; column < size; column++) {
        const [y, x] = [row - QUIET_ZONE, column - QUIET_ZONE];
        const isInside = y >= 0 && x >= 0 && y < count && x < count;
        expect(squares.has(`${row} ${column}`), `${row} ${column}`).toBe(isInside && code.isDark(y, x));
      }
    }
    expect(path.replace(/M\d+ \d+h\d+v1h-\d+z/g, '')).toBe('');
  });

  it('has a finder in three corners, and four light modules around it', () => {
    const { size, path } = qrDrawing(ADDRESS);
    const squares = painted(path);
    const corner = (top: number, left: number): string =>
      Array.from({ length: 7 }, (_, row) =>
        Array.from({ length: 7 }, (_, column) =>
          squares.has(`${top + row} ${left + column}`) ? '#' : '.',
        ).join(''),
      ).join('\n');
    const finder = '#######\n#.....#\n#.###.#\n#.###.#\n#.###.#\n#.....#\n#######';
    const far = size - QUIET_ZONE - 7;
    expect(corner(QUIET_ZONE, QUIET_ZONE)).toBe(finder);
    expect(corner(QUIET_ZONE, far)).toBe(finder);
    expect(corner(far, QUIET_ZONE)).toBe(finder);
    expect(corner(far, far)).not.toBe(finder);
    const rows = [...squares].map((square) => Number(square.split(' ')[0]));
    expect(QUIET_ZONE).toBe(4);
    expect([Math.min(...rows), Math.max(...rows)]).toEqual([QUIET_ZONE, size - QUIET_ZONE - 1]);
  });

  it('says the address to who reads it', () => {
    for (const address of ADDRESSES) {
      const { size, path } = qrDrawing(address);
      const squares = painted(path);
      const inside = Array.from({ length: size - 2 * QUIET_ZONE }, (_, index) => index + QUIET_ZONE);
      const modules = inside.map((row) => inside.map((column) => squares.has(`${row} ${column}`)));
      expect(readQr(modules)).toBe(address);
    }
  });

  it('is another one for another address', () => {
    expect(qrDrawing(ADDRESS).path).not.toBe(qrDrawing(ADDRESS.replace('KQ7', 'KQ8')).path);
  });
});
